using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Values of a list that were not understood, so that each is explained once for all its rows.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetUnknownValues(long ImportId) : IRequest<Outcome<IReadOnlyList<UnknownValue>>>, IConcernsImport;

/// <param name="Text">As first written.</param>
/// <param name="Key">Its <see cref="ListChoices.ValueKey"/>, under which the answer is kept.</param>
public sealed record UnknownValue(MemberField Field, string Text, string Key, int Rows);

internal sealed class GetUnknownValuesHandler(MembershipDb db, ImportFiles files, AuditTrail trail)
    : IRequestHandler<GetUnknownValues, Outcome<IReadOnlyList<UnknownValue>>>
{
    public async Task<Outcome<IReadOnlyList<UnknownValue>>> Handle(GetUnknownValues request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), request.ImportId));
        using var staging = files.OpenStaging(request.ImportId);
        UnknownValue[] values =
        [
            .. staging.Rows("Details IS NOT NULL ORDER BY RowNumber").SelectMany(row => Unknown(row.Details))
                .GroupBy(value => ListChoices.ValueKey(value.Field, PersonName.Fold(VietnameseText.Clean(value.Text))))
                .Select(same => new UnknownValue(same.First().Field, same.First().Text, same.Key, same.Count()))
                .OrderByDescending(value => value.Rows),
        ];
        return values;
    }

    private static readonly RowWarningCode[] Explainable =
    [
        RowWarningCode.EthnicGroupUnknown, RowWarningCode.ReligionUnknown, RowWarningCode.LearningUnknown, RowWarningCode.OrganizationUnknown,
        RowWarningCode.AnotherCommune, RowWarningCode.CommuneUnknown,
    ];

    private static IEnumerable<(MemberField Field, string Text)> Unknown(RowDetails details) => details.Problems
        .Where(problem => problem.Code == RowProblemCode.SexUnreadable).Select(problem => (problem.Field, problem.Text))
        .Concat(details.Warnings.Where(warning => Explainable.Contains(warning.Code)).Select(warning => (warning.Field, warning.Text)));
}
