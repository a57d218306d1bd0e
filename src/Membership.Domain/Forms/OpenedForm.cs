using System.Security.Cryptography;
using System.Text;

namespace Membership.Domain.Forms;

/// <summary>What the fields of a form said when it was opened: what it is sent with, and what holds by then, are told apart by it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Stamps">By field, of the value it had (<see cref="StampOf"/>).</param>
public sealed record OpenedForm(DateTime At, IReadOnlyDictionary<string, string> Stamps)
{
    private const int StampBytes = 12;

    /// <summary>Nobody knows any more what it said: each field is taken as changed meanwhile.</summary>
    public static OpenedForm Unknown { get; } = new(DateTime.MinValue, new Dictionary<string, string>());

    /// <summary>Equal for equal values, and says nothing of them by itself: it travels sealed all the same.</summary>
    public static string StampOf(string? value) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(value is null ? "-" : "+" + value))[..StampBytes]);

    public bool Said(string field, string? value) => Stamps.TryGetValue(field, out var stamp) && stamp == StampOf(value);

    /// <summary>Of an answer that is given whole: it would put something else in the place of what was answered meanwhile.</summary>
    public bool IsOvertaken(string field, string? now, string? typed) => now != typed && !Said(field, now);

    /// <param name="now">What the field is by now.</param>
    /// <param name="typed">What the form was sent with.</param>
    public FieldStanding Of(string field, string? now, string? typed) => now == typed ? FieldStanding.Agreed
        : Said(field, now) ? FieldStanding.Own
        : Said(field, typed) ? FieldStanding.Others
        : FieldStanding.Both;
}

/// <summary>How a field that was sent stands to what somebody else may have done since the form was opened.</summary>
public enum FieldStanding
{
    /// <summary>It is so already.</summary>
    Agreed = 1,

    /// <summary>Only the sender changed it: it is written.</summary>
    Own = 2,

    /// <summary>Only somebody else changed it: it stays as it is by now.</summary>
    Others = 3,

    /// <summary>Both changed it, to different values: the sender is asked.</summary>
    Both = 4,
}
