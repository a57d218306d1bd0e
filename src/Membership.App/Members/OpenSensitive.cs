using FluentValidation;
using MediatR;
using Membership.App.Audit;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>Shows one sealed field of a person whole; the log keeps who asked for which field and why.</summary>
[Requires(Permission.SeeSensitive)]
public sealed record OpenSensitive(long PersonId, PersonField Field, string Reason) : IRequest<Outcome<OpenedField>>, IConcernsPerson;

/// <param name="Value">Null when it is not known.</param>
public sealed record OpenedField(PersonField Field, string? Value);

internal sealed class OpenSensitiveValidator : AbstractValidator<OpenSensitive>
{
    public OpenSensitiveValidator()
    {
        RuleFor(request => request.Field).Must(PersonValues.IsSealed).WithMessage("Hãy chọn thông tin cần xem.");
        RuleFor(request => request.Reason).IsAReason();
    }
}

internal sealed class OpenSensitiveHandler(PersonFinding people, FieldCipher cipher, AuditTrail trail) : IRequestHandler<OpenSensitive, Outcome<OpenedField>>
{
    public async Task<Outcome<OpenedField>> Handle(OpenSensitive request, CancellationToken cancellationToken)
    {
        var found = await people.ToSeeAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        trail.Note(new AuditNote(AuditKind.SensitiveOpened, nameof(Person), request.PersonId)
        {
            Reason = request.Reason.Trim(),
            Details = new Dictionary<string, object?> { ["field"] = request.Field.ToString() },
        });
        return new OpenedField(request.Field, new PersonValues(cipher).Of(found.Value, request.Field));
    }
}
