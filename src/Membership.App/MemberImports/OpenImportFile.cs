using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>The file of an import, byte for byte as it was received. One that holds macros is never given back.</summary>
[Requires(Permission.ImportLists)]
public sealed record OpenImportFile(long ImportId) : IRequest<Outcome<ImportFile>>, IConcernsImport;

public sealed record ImportFile(string FileName, byte[] Content);

internal sealed class OpenImportFileHandler(MembershipDb db, ImportFiles files, AuditTrail trail) : IRequestHandler<OpenImportFile, Outcome<ImportFile>>
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

        trail.Note(new AuditNote(AuditKind.Exported, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["what"] = nameof(OpenImportFile), ["bytes"] = content.Length },
        });
        return new ImportFile(import.FileName, content);
    }
}
