using Membership.App.Forms;

namespace Membership.Web.Display;

/// <summary>What a form carries of the moment it was opened, and of the choices between its values and those of others.</summary>
public sealed class FormVersion
{
    public const string OpenedKey = "luc-mo";

    /// <summary>Names a field about which the sender is asked.</summary>
    public const string AskedKey = "hoi";
    public const string KeepTheirs = "giu";
    public const string WriteMine = "ghi";

    private const string ChoiceKey = "chon-";

    private FormVersion(string opened, ChangedMeanwhile? changed, Func<string, string?> typed, IReadOnlyDictionary<string, string> asked) =>
        (Opened, Changed, Typed, Asked) = (opened, changed, typed, asked);

    public string Opened { get; }

    /// <summary>Null while nobody has to choose.</summary>
    public ChangedMeanwhile? Changed { get; }

    /// <summary>What the sender typed into a field, in words.</summary>
    public Func<string, string?> Typed { get; }

    /// <summary>What was asked and chosen before, by field, for the form to be sent with again; "" where nothing was chosen.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; }

    public static string ChoiceId(string field) => ChoiceKey + field;

    /// <summary>A form that comes back keeps the moment it was opened, or what others changed since would go unnoticed; one whose sender is asked begins anew.</summary>
    /// <param name="fresh">Sealed by the use case that shows the form.</param>
    public static FormVersion Of(HttpRequest request, string fresh, ChangedMeanwhile? changed = null, Func<string, string?>? typed = null)
    {
        var sent = request.HasFormContentType && changed is null ? request.Form : null;
        return new FormVersion(
            sent is not null && sent.ContainsKey(OpenedKey) ? sent[OpenedKey].ToString() : fresh,
            changed,
            typed ?? (_ => null),
            sent?[AskedKey].OfType<string>().Distinct().ToDictionary(field => field, field => sent[ChoiceId(field)].ToString()) ?? []);
    }

    /// <summary>Of a page on which all is shown as it is by now.</summary>
    public static FormVersion New(string opened) => new(opened, null, _ => null, new Dictionary<string, string>());

    public static SentForm Sent(HttpRequest request)
    {
        var form = request.Form;
        return new SentForm(form[OpenedKey], [.. form[AskedKey].OfType<string>().Where(field => form[ChoiceId(field)].ToString() is not (KeepTheirs or WriteMine))]);
    }

    public static bool KeepsTheirs(HttpRequest request, string field) => request.Form[ChoiceId(field)] == KeepTheirs;
}
