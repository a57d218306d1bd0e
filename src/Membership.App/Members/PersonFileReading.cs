using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>Gathers all that the register holds about one person, as far as the scope in force reaches.</summary>
internal sealed class PersonFileReading(MembershipDb db, LocalityDirectory localities, FieldCipher cipher, ImportFiles files)
{
    private static readonly AuditKind[] Uses = [AuditKind.PersonOpened, AuditKind.SensitiveOpened, AuditKind.Exported];

    public async Task<PersonFile> OfAsync(Person person, CancellationToken cancellationToken)
    {
        var values = new PersonValues(cipher);
        var belongings = new PersonBelongings(db, localities);
        return new PersonFile(
            person,
            Enum.GetValues<PersonField>().Select(field => (field, values.Of(person, field))).ToList(),
            await belongings.HomesAsync(person.Id, cancellationToken),
            await belongings.MembershipsAsync(person.Id, cancellationToken),
            await new ChangeReading(db, localities, cipher) { IsForHerself = true }.OfPersonAsync(person, cancellationToken),
            await RowsAsync(person.Id, cancellationToken),
            await UsesAsync(person.Id, cancellationToken),
            await db.PersonRequests.AsNoTracking().Where(request => request.PersonId == person.Id).OrderBy(request => request.Id).ToListAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<ListedRow>> RowsAsync(long personId, CancellationToken cancellationToken)
    {
        var taken = await (from row in db.ImportedRows.Where(row => row.PersonId == personId)
                           join import in db.MemberImports on row.ImportId equals import.Id
                           orderby import.Id, row.RowNumber
                           select new { import.Id, import.FileName, import.AsOf, row.RowNumber }).ToListAsync(cancellationToken);
        return taken.ConvertAll(row => new ListedRow(row.Id, row.FileName, row.AsOf, Row(row.Id, row.RowNumber), Cells(row.Id, row.RowNumber)));
    }

    private IReadOnlyList<string> Cells(long importId, int rowNumber)
    {
        var file = files.StagingOf(importId);
        if (!File.Exists(file))
            return [];

        using var staging = ImportStaging.Open(file, cipher);
        var headings = ListTable.Of(rowNumber, staging.Tables()).Columns;
        var row = staging.Rows("RowNumber = @row", ("@row", rowNumber)).SingleOrDefault();
        return row is null ? [] : [.. headings.Where(heading => Says(row, heading)).Select(heading => $"{heading.Header}: {row.Cells[heading.Index]}")];
    }

    /// <summary>As the list's officer finds it; of a file that is not kept any more, its number alone.</summary>
    private string Row(long importId, int rowNumber)
    {
        var file = files.StagingOf(importId);
        if (!File.Exists(file))
            return $"{ListRow.OfKey(rowNumber).Number}";

        using var staging = ImportStaging.Open(file, cipher);
        return ListRowText.Of(rowNumber, staging.Tables().SheetNames());
    }

    private static bool Says(StagedRow row, ListColumn heading) => heading.Index < row.Cells.Count && !VietnameseText.IsBlank(row.Cells[heading.Index]);

    /// <summary>Whoever it was and wherever: what was done with her data is hers to know, so the log's own scope does not apply.</summary>
    private Task<List<AuditEntry>> UsesAsync(long personId, CancellationToken cancellationToken) => db.AuditEntries.IgnoreQueryFilters().AsNoTracking()
        .Where(entry => entry.Subject == nameof(Person) && entry.SubjectId == personId && Uses.Contains(entry.Kind))
        .OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
}
