using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.Audit;

/// <summary>
/// Around everything else of a request: writes what it noted, and that it was refused. When the log cannot be written, the request
/// fails: nothing is shown or done that is not known.
/// </summary>
internal sealed class AuditBehaviour<TRequest, TResponse>(AuditTrail trail, AuditSaving saving, MembershipDb db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var isOutermost = trail.Begin(request);
        try
        {
            var response = await next();
            if (isOutermost)
                await saving.WriteWaitingAsync(db);
            return response;
        }
        catch (NotAllowedException refused)
        {
            trail.NoteOnce(refused, NoteOf(request, refused));
            if (isOutermost)
            {
                trail.ForgetUndone();
                await saving.WriteWaitingAsync(db);
            }

            throw;
        }
        finally
        {
            trail.End();
            if (isOutermost)
                trail.Forget();
        }
    }

    private static AuditNote NoteOf(TRequest request, NotAllowedException refused)
    {
        var details = new Dictionary<string, object?> { ["request"] = typeof(TRequest).Name };
        if (refused.Refusal is PermissionMissing missing)
            details["permission"] = missing.Permission;
        else
            details["refusal"] = refused.Refusal.GetType().Name;
        return request switch
        {
            IConcernsPerson person => new AuditNote(AuditKind.Refused, nameof(Person), person.PersonId) { Details = details },
            IConcernsImport import => new AuditNote(AuditKind.Refused, nameof(MemberImport), import.ImportId) { Details = details },
            _ => new AuditNote(AuditKind.Refused) { Details = details },
        };
    }
}
