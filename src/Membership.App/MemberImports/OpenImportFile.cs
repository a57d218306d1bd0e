using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// The file of an import, byte for byte as it was received. One that holds macros is never given back, nor one that speaks of somebody
/// whose data is restricted: nothing can be taken out of it.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record OpenImportFile(long ImportId, string Reason) : IRequest<Outcome<ImportFile>>, IConcernsImport;

public sealed record ImportFile(string FileName, byte[] Content);

internal sealed class OpenImportFileValidator : AbstractValidator<OpenImportFile>
{
    public OpenImportFileValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class OpenImportFileHandler(MembershipDb db, ImportFiles files, HandedOutFiles handedOut) : IRequestHandler<OpenImportFile, Outcome<ImportFile>>
{
    public async Task<Outcome<ImportFile>> Handle(OpenImportFile request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (!files.HasUpload(import.Id))
            return new ImportFileForgotten(import.Id);

        var content = await files.ReadUploadAsync(import.Id, cancellationToken);
        if (Path.GetExtension(import.FileName).Equals(".xlsm", StringComparison.OrdinalIgnoreCase) || Macros.AreIn(content))
            return new ImportFileHasMacros(import.Id);

        var people = await handedOut.ReadAsync(import.Id, cancellationToken);
        if (people.RestrictedRows.Count > 0)
            return new ImportFileHasRestrictedPeople(import.Id, people.RestrictedRows.Count);

        handedOut.Note(import.Id, nameof(OpenImportFile), content.Length, request.Reason, people);
        return new ImportFile(import.FileName, content);
    }
}
