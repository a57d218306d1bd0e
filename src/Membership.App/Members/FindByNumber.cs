using FluentValidation;
using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>
/// The people with exactly this citizen number or telephone, by the blind index: no number is opened. Whether somebody beyond the
/// scope has it is not said, and restricted people are not found.
/// </summary>
[Requires(Permission.SeePeople)]
[ConcernsNothing("finds within the scope only")]
public sealed record FindByNumber(string Number) : IRequest<IReadOnlyList<FoundPerson>>;

public sealed record FoundPerson(long Id, string FullName, PartialDate? BirthDate);

internal sealed class FindByNumberValidator : AbstractValidator<FindByNumber>
{
    public FindByNumberValidator() => RuleFor(request => request.Number).Must(number => FindByNumberHandler.Read(number) is not null)
        .WithMessage("Hãy ghi đủ 12 chữ số của số định danh, hoặc số điện thoại bắt đầu bằng 0.");
}

internal sealed class FindByNumberHandler(MembershipDb db, FieldCipher cipher, AuditTrail trail) : IRequestHandler<FindByNumber, IReadOnlyList<FoundPerson>>
{
    public async Task<IReadOnlyList<FoundPerson>> Handle(FindByNumber request, CancellationToken cancellationToken)
    {
        var index = cipher.IndexOf(Read(request.Number)!);
        var found = await db.CoveredPeople.AsNoTracking()
            .Where(person => person.RestrictedAt == null && (person.CitizenIdIndex == index || (person.PhoneBucket == index.Substring(0, 2) && person.PhoneIndex == index)))
            .OrderBy(person => person.NameOrderKey).ThenBy(person => person.Id)
            .Select(person => new FoundPerson(person.Id, person.FullName, person.BirthDate))
            .ToListAsync(cancellationToken);
        trail.Note(new AuditNote(AuditKind.SearchedByNumber) { Details = new Dictionary<string, object?> { ["found"] = found.Count } });
        return found;
    }

    internal static string? Read(string number)
    {
        var clean = VietnameseText.Clean(number);
        return CitizenId.TryParse(PersonValue.Digits(clean))?.Digits ?? PersonValue.Phone(clean);
    }
}
