using MediatR;
using Membership.App.MemberImports;
using Membership.App.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.MemberImports;

/// <summary>The officer's own workbook with what could not be taken marked in it, to be mended and uploaded again.</summary>
public sealed class MarkedModel(IMediator mediator) : HandedOutFileModel(mediator)
{
    public override string Heading => "Tải tệp đã đánh dấu";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => GiveAsync(
        new ExportMarkedList(Id, Reason ?? ""), file => File(file.Content, ExportedWorkbook.ContentType, file.FileName), cancellationToken);
}
