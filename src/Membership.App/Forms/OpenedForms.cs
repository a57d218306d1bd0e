using System.Security.Cryptography;
using System.Text.Json;
using Membership.App.Keys;
using Membership.Domain.Forms;

namespace Membership.App.Forms;

/// <summary>What a form was sent with, beside its fields.</summary>
/// <param name="Opened">From <see cref="OpenedForms.Seal"/>; null or damaged: as if everything had changed meanwhile.</param>
/// <param name="Undecided">Fields that both changed, about which the sender was asked and has not answered.</param>
public sealed record SentForm(string? Opened, IReadOnlyCollection<string> Undecided)
{
    public SentForm(string? opened)
        : this(opened, [])
    {
    }
}

/// <summary>Seals what a form says when it is opened, so that the form can carry it and nobody can read or change it.</summary>
public sealed class OpenedForms(FieldCipher cipher, TimeProvider clock)
{
    private static readonly SealedPlace Place = new(SealedKind.OpenedForm, 0);

    /// <param name="subject">What the form is about: a form sent for something else is of no use.</param>
    public string Seal(string subject, IEnumerable<KeyValuePair<string, string?>> values) => cipher.Seal(JsonSerializer.Serialize(new Kept(
        subject, clock.GetUtcNow().UtcDateTime, values.ToDictionary(value => value.Key, value => OpenedForm.StampOf(value.Value)))), Place).Text;

    public OpenedForm Open(string subject, SentForm sent)
    {
        try
        {
            var kept = sent.Opened is { Length: > 0 } text ? JsonSerializer.Deserialize<Kept>(cipher.Open(new Domain.Members.SealedText(text), Place)) : null;
            return kept is null || kept.Subject != subject
                ? OpenedForm.Unknown
                : new OpenedForm(kept.At, kept.Stamps.Where(stamp => !sent.Undecided.Contains(stamp.Key)).ToDictionary());
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException or ArgumentException or IndexOutOfRangeException)
        {
            return OpenedForm.Unknown;
        }
    }

    private sealed record Kept(string Subject, DateTime At, Dictionary<string, string> Stamps);
}
