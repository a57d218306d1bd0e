using System.Globalization;
using System.Text.RegularExpressions;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>A change as the history shows it.</summary>
/// <param name="Before">Null when there was nothing, or when it was erased; of a sealed field masked.</param>
/// <param name="Reason">Null for an import, which is its own reason.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="CanBeReverted">It is the person's own field, and still as this change left it.</param>
public sealed record ShownPersonChange(
    long Id, string Field, string? Before, string? After, string? Reason, long? ImportId, string RecordedBy, DateTime RecordedAt, bool CanBeReverted);

/// <summary>What was changed in a person, in words; sealed values masked, unless they are for herself.</summary>
internal sealed partial class ChangeReading(MembershipDb db, LocalityDirectory localities, FieldCipher cipher)
{
    private readonly PersonValues _values = new(cipher);

    public bool IsForHerself { get; init; }

    public async Task<IReadOnlyList<ShownPersonChange>> OfPersonAsync(Person person, CancellationToken cancellationToken)
    {
        var changes = await db.PersonChanges.AsNoTracking().Where(change => change.PersonId == person.Id)
            .OrderByDescending(change => change.Id).ToListAsync(cancellationToken);
        var units = await UnitNamesAsync(changes, cancellationToken);
        return changes.ConvertAll(change => new ShownPersonChange(
            change.Id,
            FieldName(change.Field),
            Shown(change, change.Before, units),
            Shown(change, change.After, units) is { } after ? after + Difference(change) : null,
            change.Reason == RegisterWrite.ImportReason ? null : change.Reason,
            change.ImportId,
            change.RecordedBy,
            change.RecordedAt,
            CanBeReverted(person, change)));
    }

    public static string? Masked(PersonField field, string? value) => (field, value) switch
    {
        (_, null) => null,
        (PersonField.Ethnicity or PersonField.Religion, _) => "có ghi, không hiện",
        _ => PersonValue.Masked(value),
    };

    private bool CanBeReverted(Person person, PersonChange change) =>
        person is { RestrictedAt: null, AnonymisedAt: null }
        && Enum.TryParse<PersonField>(change.Field, out var field)
        && _values.Of(person, field) == _values.Opened(change, field, change.After);

    private static string FieldName(string field) => field switch
    {
        PersonWriting.Restriction => "Hạn chế xử lý",
        "Address" => "Nơi ở",
        "Residence" => "Nơi cư trú",
        "Membership" => "Sinh hoạt tổ chức",
        "Unit" => "Đơn vị sinh hoạt",
        _ => Enum.TryParse<PersonField>(field, out var own) ? PersonFieldText.Of(own) : "Thông tin khác",
    };

    private string? Shown(PersonChange change, string? value, Dictionary<string, string> units) => (change.Field, value) switch
    {
        (_, null) => null,
        (PersonWriting.Restriction, _) => value == "set" ? "bắt đầu" : "đã gỡ",
        ("Unit", _) => value.Split(' ', 2) is var unit && unit.Length == 2 ? unit[1] : units.GetValueOrDefault(value, "đơn vị không còn trong sổ"),
        ("Residence", _) => HomeText(value),
        _ when Enum.TryParse<PersonField>(change.Field, out var own) => OwnField(change, own, value),
        _ => DaysInWords(value),
    };

    /// <summary>Two values whose masks are equal would read as no change at all.</summary>
    private string? Difference(PersonChange change)
    {
        if (IsForHerself || change is not { Before: { } before, After: { } after } || !Enum.TryParse<PersonField>(change.Field, out var field) || !PersonValues.IsSealed(field))
            return null;

        var (old, now) = (_values.Opened(change, field, before), _values.Opened(change, field, after));
        return old != now && Masked(field, old) == Masked(field, now) ? " (khác trước ở phần được che)" : null;
    }

    private string? OwnField(PersonChange change, PersonField field, string kept) => _values.Opened(change, field, kept) is var value && IsForHerself && PersonValues.IsSealed(field)
        ? value
        : InWords(field, value);

    /// <summary>A field's own value as pages show it: masked where it is stored sealed.</summary>
    public static string? InWords(PersonField field, string? value) => field switch
    {
        _ when value is null => null,
        PersonField.FullName or PersonField.Education or PersonField.Qualification or PersonField.PoliticalTheory => value,
        PersonField.Sex => value == nameof(Sex.Male) ? "Nam" : "Nữ",
        PersonField.DateOfBirth => ShownDate.Of((PartialDate?)PartialDate.Parse(value)),
        _ => Masked(field, value),
    };

    /// <summary>"12 2025-07-01 2026-01-01": the locality, and its days.</summary>
    private string HomeText(string value)
    {
        var parts = value.Split(' ');
        var from = DateOnly.ParseExact(parts[1], "O", CultureInfo.InvariantCulture);
        var place = PersonBelongings.PlaceName(localities, long.Parse(parts[0], CultureInfo.InvariantCulture), from);
        return $"{place}, {DaysInWords(string.Join(" – ", parts.Skip(1)))}";
    }

    private static string DaysInWords(string value) => Day().Replace(value, "$3/$2/$1");

    private async Task<Dictionary<string, string>> UnitNamesAsync(List<PersonChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Where(change => change.Field == "Unit").SelectMany(change => new[] { change.Before, change.After })
            .OfType<string>().Where(unit => !unit.Contains(' ', StringComparison.Ordinal)).Select(id => long.Parse(id, CultureInfo.InvariantCulture)).Distinct().ToList();
        var names = await db.OrganizationUnits.Where(unit => ids.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancellationToken);
        return names.ToDictionary(unit => unit.Id.ToString(CultureInfo.InvariantCulture), unit => unit.Name);
    }

    [GeneratedRegex(@"\b(\d{4})-(\d{2})-(\d{2})\b")]
    private static partial Regex Day();
}
