using Microsoft.AspNetCore.Http.Extensions;

namespace Membership.Web.Pages.Account;

public static class AccountLinks
{
    public const string SignIn = "/dang-nhap";
    public const string SecondStep = "/dang-nhap/ma-xac-thuc";
    public const string SignOut = "/dang-xuat";
    public const string Index = "/tai-khoan";
    public const string ChangePassword = "/tai-khoan/doi-mat-khau";
    public const string SecondFactor = "/tai-khoan/ma-xac-thuc";

    public const string ReturnKey = "ve";
    public const string EndedKey = "het-phien";

    /// <summary>Value of <see cref="EndedKey"/>: what was sent meanwhile waits for her.</summary>
    public const string FormKept = "giu";

    /// <param name="returnTo">Where to go on afterwards; null: the first page.</param>
    /// <param name="hasEnded">There was a session, and the page says that it is over.</param>
    /// <param name="isFormKept">And that the form which was sent comes back.</param>
    public static string SignInFor(string? returnTo, bool hasEnded, bool isFormKept = false)
    {
        var query = new QueryBuilder();
        if (returnTo is not null)
            query.Add(ReturnKey, returnTo);
        if (hasEnded)
            query.Add(EndedKey, isFormKept ? FormKept : "1");
        return SignIn + query.ToQueryString();
    }

    public static string SecondStepFor(string? returnTo) =>
        returnTo is null ? SecondStep : SecondStep + new QueryBuilder { { ReturnKey, returnTo } }.ToQueryString();
}
