using System.Net.Mime;
using MediatR;
using Membership.App.MemberImports;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.MemberImports;

/// <summary>The file of an import as it was received, whatever it is.</summary>
public sealed class OriginalModel(IMediator mediator) : HandedOutFileModel(mediator)
{
    public override string Heading => "Tải tệp gốc";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => GiveAsync(
        new OpenImportFile(Id, Reason ?? ""), file => File(file.Content, MediaTypeNames.Application.Octet, file.FileName), cancellationToken);
}
