using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>The officer says how a list is to be read: it has to be checked again after that.</summary>
[Requires(Permission.ImportLists)]
public sealed record ChooseListReading(long ImportId, ListChoices Choices) : IRequest<Outcome<MemberImport>>, IConcernsImport;

internal sealed class ChooseListReadingHandler(MembershipDb db) : IRequestHandler<ChooseListReading, Outcome<MemberImport>>
{
    public async Task<Outcome<MemberImport>> Handle(ChooseListReading request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Checked or MemberImportState.Asking))
            return new ImportNotReady(request.ImportId);

        import.Choices = request.Choices;
        import.State = MemberImportState.Reading;
        await db.SaveChangesAsync(cancellationToken);
        return import;
    }
}
