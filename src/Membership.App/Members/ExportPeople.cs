using FluentValidation;
using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>
/// The people behind one number as a workbook, for a purpose and a recipient that it names itself and the log keeps. Without
/// numbers unless asked for, and then masked; never with ethnicity or religion; without who is restricted or anonymised.
/// </summary>
[Requires(Permission.ExportPeople)]
public sealed record ExportPeople(
    string LocalityCode, DateOnly AsOf, string IndicatorCode, string? OrganizationCode, CountingReason Reason, bool WithMaskedNumber, string Purpose, string Recipient)
    : IRequest<Outcome<ExportedWorkbook>>, IConcernsPlace;

internal sealed class ExportPeopleValidator : AbstractValidator<ExportPeople>
{
    private const int FewestLetters = 5;
    private const int MostLetters = 300;

    public ExportPeopleValidator()
    {
        RuleFor(request => request.Purpose).Must(IsSaid).WithMessage("Hãy ghi mục đích sử dụng danh sách, từ 5 đến 300 ký tự.");
        RuleFor(request => request.Recipient).Must(IsSaid).WithMessage("Hãy ghi ai nhận danh sách, từ 5 đến 300 ký tự.");
    }

    private static bool IsSaid(string text) => text.Trim().Length is >= FewestLetters and <= MostLetters;
}

internal sealed class ExportPeopleHandler(MembershipDb db, LocalityDirectory localities, FieldCipher cipher, PeopleWorkbook workbook, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<ExportPeople, Outcome<ExportedWorkbook>>
{
    private const int PeopleAtOnce = 500;

    public async Task<Outcome<ExportedWorkbook>> Handle(ExportPeople request, CancellationToken cancellationToken)
    {
        var found = await new AskedFigureReading(db, localities, clock)
            .FindAsync(request.IndicatorCode, request.LocalityCode, request.AsOf, request.OrganizationCode, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var figure = await new FigureReading(db, localities).ReadAsync(found.Value, [], cancellationToken);
        var rows = await RowsAsync(new AskedPeople(found.Value, figure.Whole.Communes, request.Reason), cancellationToken);
        var shown = rows.Where(row => !row.IsWithheld).ToList();
        Note(request, found.Value, shown.Count, rows.Count - shown.Count);
        return new ExportedWorkbook(
            FormattableString.Invariant($"danh-sach_{request.LocalityCode}_{request.AsOf:yyyy-MM-dd}.xlsx"),
            workbook.Write(request, found.Value, shown, rows.Count - shown.Count));
    }

    private async Task<List<PersonRow>> RowsAsync(AskedPeople asked, CancellationToken cancellationToken)
    {
        var placed = await new PlacedPeopleReading(db).PageAsync(asked, skip: 0, take: int.MaxValue, cancellationToken);
        var rows = new List<PersonRow>(placed.Count);
        foreach (var some in placed.Chunk(PeopleAtOnce))
            rows.AddRange(await new PersonRowReading(db, localities, cipher).OfAsync([.. some], asked.Figure.AsOf, cancellationToken));

        return rows;
    }

    private void Note(ExportPeople request, AskedFigure asked, int people, int leftOut) => trail.Note(new AuditNote(AuditKind.Exported, "People")
    {
        LocalityId = asked.Locality.LocalityId,
        OrganizationId = asked.Organization?.Id,
        Details = new Dictionary<string, object?>
        {
            ["people"] = people,
            ["leftOut"] = leftOut,
            ["asOf"] = request.AsOf,
            ["reason"] = request.Reason.ToString(),
            ["withMaskedNumber"] = request.WithMaskedNumber,
            ["purpose"] = request.Purpose.Trim(),
            ["recipient"] = request.Recipient.Trim(),
        },
    });
}
