using System.Globalization;

namespace Membership.Web.Pages.PersonRequests;

/// <summary>Addresses of the request log: ids only.</summary>
public static class PersonRequestLinks
{
    public const string Index = "/yeu-cau-ca-nhan";
    public const string PersonKey = "nguoi";

    public static string Of(long requestId) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{requestId}");

    /// <summary>The form that records a request of this person.</summary>
    public static string RecordFor(long personId) => string.Create(CultureInfo.InvariantCulture, $"{Index}?{PersonKey}={personId}#ghi-yeu-cau");
}
