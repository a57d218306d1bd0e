using Membership.Domain;

namespace Membership.App.Forms;

/// <summary>A field that somebody changed after a form with it was opened.</summary>
/// <param name="Field">As the form names it.</param>
/// <param name="Label">As users read it.</param>
/// <param name="Now">In words, masked where it is not shown whole; null: nothing.</param>
/// <param name="By">Account name; null when it is not known any more.</param>
/// <param name="At">UTC.</param>
public sealed record MeanwhileField(string Field, string Label, string? Now, string? By, DateTime? At);

/// <summary>Nothing was written: fields that the sender changed were changed by somebody else since she opened the form.</summary>
/// <param name="Both">She has to choose.</param>
/// <param name="Others">Changed meanwhile, and left alone by her: they stay as they are by now.</param>
public sealed record ChangedMeanwhile(IReadOnlyList<MeanwhileField> Both, IReadOnlyList<MeanwhileField> Others) : Refusal;
