using MediatR;
using Membership.App.Audit;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Members;
using Membership.Domain.PersonRequests;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>
/// Everything the register holds about a person, for herself (NĐ 356/2025 Điều 5): her fields whole, where she lives and belongs
/// to, what was changed, the rows of the lists that brought it, who looked at her, what she asked. Within the actor's scope.
/// </summary>
[Requires(Permission.AnswerPeople)]
public sealed record ExportPerson(long PersonId) : IRequest<Outcome<ExportedWorkbook>>, IConcernsPerson;

internal sealed class ExportPersonHandler(PersonFinding people, PersonFileReading reading, PersonFileWorkbook workbook, AuditTrail trail)
    : IRequestHandler<ExportPerson, Outcome<ExportedWorkbook>>
{
    public async Task<Outcome<ExportedWorkbook>> Handle(ExportPerson request, CancellationToken cancellationToken)
    {
        var found = await people.ToSeeAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var file = await reading.OfAsync(found.Value, cancellationToken);
        trail.Note(new AuditNote(AuditKind.Exported, nameof(Person), request.PersonId)
        {
            Details = new Dictionary<string, object?> { ["purpose"] = "cung cấp cho chính người đó" },
        });
        return new ExportedWorkbook(FormattableString.Invariant($"ho-so_{request.PersonId}.xlsx"), workbook.Write(file));
    }
}

/// <summary>What the register holds about one person.</summary>
/// <param name="Fields">Opened, in the order of the fields.</param>
/// <param name="Rows">Of the lists that brought or changed her.</param>
/// <param name="Uses">Who opened or exported her record.</param>
internal sealed record PersonFile(
    Person Person, IReadOnlyList<(PersonField Field, string? Value)> Fields, IReadOnlyList<PersonHome> Homes, IReadOnlyList<PersonMembership> Memberships,
    IReadOnlyList<ShownPersonChange> Changes, IReadOnlyList<ListedRow> Rows, IReadOnlyList<AuditEntry> Uses,
    IReadOnlyList<PersonRequest> Requests);

/// <param name="Cells">"Heading: text" of each cell that says something; empty when the row is not kept any more.</param>
internal sealed record ListedRow(long ImportId, string FileName, DateOnly AsOf, string Row, IReadOnlyList<string> Cells);
