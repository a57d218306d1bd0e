using Membership.App.Audit;
using Membership.App.Texts;
using Membership.Domain.Approvals;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Domain.PersonRequests;
using Membership.Domain.Proposals;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.App.Tests.Audit;

public sealed class AuditTextTests
{
    /// <summary>What requests write; the rest comes from data/ and is not in the log.</summary>
    private static readonly Type[] Written =
    [
        typeof(Person), typeof(Residence), typeof(MembershipInterval), typeof(MemberImport), typeof(OrganizationUnit), typeof(PopulationFigure),
        typeof(User), typeof(RoleGrant), typeof(Approval), typeof(PersonRequest), typeof(Proposal),
    ];

    [Fact]
    public void Kinds_AllHaveWords()
    {
        Assert.All(Enum.GetValues<AuditKind>(), kind => Assert.NotEmpty(AuditText.Of(kind)));
    }

    [Fact]
    public void Breaks_AllHaveASentence()
    {
        Assert.All(Enum.GetValues<AuditBreakKind>(), kind => Assert.EndsWith(".", AuditText.Of(new AuditBreak(kind, 1, 1)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_ThatTheLogNames_AllHaveWords()
    {
        await using var database = await TestDatabase.CreateAsync();

        var silent = await database.With(db => Task.FromResult(Written
            .SelectMany(type => db.Model.FindEntityType(type)!.GetProperties())
            .Where(property => AuditedFields.Of(property) != FieldTreatment.Unnoticed && !AuditFieldText.Knows(property.Name))
            .Select(property => $"{property.DeclaringEntityType.ClrType.Name}.{property.Name}").ToList()));

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Texts_ThatTheLogShows_AreThese()
    {
        await using var database = await TestDatabase.CreateAsync();

        var shown = await database.With(db => Task.FromResult(Written
            .SelectMany(type => db.Model.FindEntityType(type)!.GetProperties())
            .Where(property => property.ClrType == typeof(string) && AuditedFields.Of(property) == FieldTreatment.Shown)
            .Select(property => $"{property.DeclaringEntityType.ClrType.Name}.{property.Name}").Order(StringComparer.Ordinal).ToList()));

        Assert.Equal(
            [
                "Approval.DecidedBy", "Approval.RequestedBy", "Approval.Summary", "MemberImport.RefusedBecause", "MemberImport.Sha256", "OrganizationUnit.Name",
                "PopulationFigure.Source", "User.DisplayName", "User.UserName",
            ],
            shown);
    }

    [Fact]
    public void Details_ThatAreNoJson_AreShownAsTheyAre()
    {
        Assert.Equal(["hỏng{"], AuditText.Details("hỏng{", new AuditNames(_ => null, _ => null)));
    }
}
