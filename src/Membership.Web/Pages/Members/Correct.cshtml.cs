using MediatR;
using Membership.App.Forms;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Members;

/// <summary>Corrects a person. What is sealed is not shown: left empty it stays, and a box removes it.</summary>
public sealed class CorrectModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    private const string RemoveKey = "xoa-";

    protected override Permission Needed => Permission.EditPeople;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var corrected = await TrySendAsync(new CorrectPerson(PersonId, TypedValues(), Reason ?? "") { Form = FormVersion.Sent(Request) }, cancellationToken);
        return corrected is null ? await ShowAsync(cancellationToken) : BackToPerson(Sentence(corrected));
    }

    public FormVersion Version => FormVersion.Of(Request, Person!.Opened, Meanwhile, field => InWords(Enum.Parse<PersonField>(field)));

    public static string RemoveId(PersonField field) => RemoveKey + MemberLinks.Slug(field);

    /// <summary>What stands in a field of the form: what was typed, else what is known and may be shown; what others changed meanwhile and she did not is shown as it is by now.</summary>
    public string? ShownIn(PersonField field) => Request.HasFormContentType && !IsOfOthers(field)
        ? Typed(field)
        : field switch
        {
            PersonField.FullName => Person!.FullName,
            PersonField.Sex => Person!.Sex?.ToString(),
            PersonField.DateOfBirth => Person!.BirthDate is { } born ? Vietnamese.Date(born) : null,
            PersonField.Education => Person!.Learning.Education,
            PersonField.Qualification => Person!.Learning.Qualification,
            PersonField.PoliticalTheory => Person!.Learning.PoliticalTheory,
            _ => null,
        };

    public bool IsToBeRemoved(PersonField field) => Request.HasFormContentType && Request.Form.ContainsKey(RemoveId(field));

    protected override string FieldOf(string property) =>
        Enum.TryParse<PersonField>(property, out var field) ? MemberLinks.Slug(field) : base.FieldOf(property);

    private string? Typed(PersonField field) => Request.Form[MemberLinks.Slug(field)];

    private Dictionary<PersonField, string?> TypedValues() => Enum.GetValues<PersonField>()
        .Where(field => !FormVersion.KeepsTheirs(Request, field.ToString()))
        .Where(field => !IsSealed(field) || !string.IsNullOrWhiteSpace(Typed(field)) || IsToBeRemoved(field))
        .ToDictionary(field => field, field => IsToBeRemoved(field) ? null : Typed(field));

    private bool IsOfOthers(PersonField field) => Meanwhile?.Others.Any(other => other.Field == field.ToString()) == true;

    private string? InWords(PersonField field) => IsToBeRemoved(field) ? null
        : field == PersonField.Sex && Enum.TryParse<Sex>(Typed(field), out var sex) ? SexText.Of(sex)
        : Typed(field);

    private static bool IsSealed(PersonField field) => SealedFields.Names.Contains(field.ToString());

    private static string Sentence(CorrectedPerson corrected)
    {
        var own = corrected.Changed.Count == 0
            ? "Mọi thông tin đã đúng như vậy từ trước, không ghi gì thêm."
            : $"Đã sửa: {string.Join(", ", corrected.Changed.Select(PersonFieldText.Of))}.";
        return corrected.Others.Count == 0 ? own : $"{own} Từ lúc bạn mở biểu mẫu, người khác cũng đã sửa và được giữ nguyên: {MeanwhileText.Others(corrected.Others)}.";
    }
}
