using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Uploads and staging files of all imports, brought to the ring's current key. May be repeated: what has it is left alone.</summary>
internal sealed class SealedImports(MembershipDb db, ImportFiles files, FieldCipher cipher)
{
    /// <summary>Gives how many imports there are.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        files.ForgetCutOff();
        var imports = await db.MemberImports.IgnoreQueryFilters()
            .Where(import => import.State != MemberImportState.Refused && import.State != MemberImportState.Discarded)
            .Select(import => new { import.Id, IsRead = import.State != MemberImportState.Reading }).ToListAsync(cancellationToken);
        foreach (var import in imports)
        {
            SealStaging(files.StagingOf(import.Id), import.IsRead, cancellationToken);
            await SealFileAsync(files.UploadOf(import.Id), cancellationToken);
            await SealFileAsync(files.AnswersOf(import.Id), cancellationToken);
        }

        return imports.Count;
    }

    /// <summary>A list whose reading was cut off is read again, whatever its staging file holds.</summary>
    private void SealStaging(string file, bool isRead, CancellationToken cancellationToken)
    {
        if (!isRead)
            File.Delete(file);
        else if (File.Exists(file))
            new StagingSealing(cipher).Seal(file, cancellationToken);
    }

    private async Task SealFileAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            return;

        if (SealedFile.IsOne(file))
            await SealedFile.ResealAsync(file, cipher, cancellationToken);
        else
            await SealedFile.SealAsync(file, cipher, cancellationToken);
    }
}
