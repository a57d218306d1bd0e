using Membership.App.Database;
using Membership.Domain.Approvals;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Domain.Proposals;
using Membership.Domain.Targets;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Membership.App.Audit;

internal enum FieldTreatment
{
    /// <summary>Says nothing that the entry does not say anyhow, or is no act of anybody.</summary>
    Unnoticed = 1,

    /// <summary>That it changed is written, its value is not.</summary>
    Hidden = 2,
    Shown = 3,
}

/// <summary>
/// What the log tells of which field. Texts, and what else can identify somebody, are hidden unless they are named here: a
/// new field is safe before anybody has thought of it.
/// </summary>
internal static class AuditedFields
{
    /// <summary>The log itself, what is counted from the register, and rows that other entries stand for.</summary>
    private static readonly HashSet<Type> NotAudited =
    [
        typeof(AuditEntry), typeof(AuditHead), typeof(SeriesPoint), typeof(RegisterState), typeof(ReferenceVersion), typeof(ImportedRow), typeof(ImportImage), typeof(PersonChange), typeof(UserSession), typeof(NumberTried),
    ];

    private static readonly HashSet<string> Unnoticed =
    [
        "Id", "PersonId", "Reason", "RecordedAt", "RecordedBy", "ReceivedAt", "ReceivedBy", "ProposedAt", "ProposedBy", "CreatedAt", "StartedAt", "LastSeenAt",
        nameof(Person.FoldedName), nameof(Person.NameOrderKey), nameof(Person.NameBucket), nameof(Person.CitizenIdIndex), nameof(Person.PhoneIndex), nameof(Person.PhoneBucket), nameof(Person.Binding),
        nameof(User.NormalizedUserName), nameof(User.AccessFailedCount), nameof(User.LockoutCount), nameof(User.LockoutEnd), nameof(User.LastTotpStep), nameof(MemberImport.CheckedAtVersion), nameof(MemberImport.PreparedFrom),
    ];

    private static readonly HashSet<string> ShownTexts =
    [
        Name(typeof(User), nameof(User.UserName)), Name(typeof(User), nameof(User.DisplayName)),
        Name(typeof(MemberImport), nameof(MemberImport.Sha256)), Name(typeof(MemberImport), nameof(MemberImport.RefusedBecause)),
        Name(typeof(PopulationFigure), nameof(PopulationFigure.Source)),
        Name(typeof(Approval), nameof(Approval.Summary)), Name(typeof(Approval), nameof(Approval.RequestedBy)), Name(typeof(Approval), nameof(Approval.DecidedBy)),
        Name(typeof(Organization), nameof(Organization.Code)), Name(typeof(Organization), nameof(Organization.Name)),
        Name(typeof(OrganizationUnit), nameof(OrganizationUnit.Name)),
        Name(typeof(LocalityFact), nameof(LocalityFact.Code)), Name(typeof(LocalityFact), nameof(LocalityFact.Name)),
        Name(typeof(Resolution), nameof(Resolution.Number)),
    ];

    private static readonly HashSet<string> HiddenOthers = [Name(typeof(Person), nameof(Person.Sex))];

    public static bool Includes(Type entity) => !NotAudited.Contains(entity);

    public static FieldTreatment Of(IReadOnlyProperty property)
    {
        var name = Name(property.DeclaringEntityType.ClrType, property.Name);
        if (Unnoticed.Contains(property.Name))
            return FieldTreatment.Unnoticed;
        if (ShownTexts.Contains(name))
            return FieldTreatment.Shown;

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var isPlain = type.IsPrimitive || type.IsEnum || type == typeof(DateTime) || type == typeof(DateOnly);
        return isPlain && !HiddenOthers.Contains(name) ? FieldTreatment.Shown : FieldTreatment.Hidden;
    }

    private static string Name(Type entity, string property) => $"{entity.Name}.{property}";
}
