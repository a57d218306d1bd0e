using Membership.App.MemberImports;

namespace Membership.Web.Users;

/// <summary>A file of a form, sealed on the disk and opened where it is read.</summary>
internal sealed class ReceivedFile(HeldUpload held, string name, string fileName, string? contentType) : IFormFile
{
    public string ContentType => contentType ?? "application/octet-stream";

    public string ContentDisposition => "form-data";

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public long Length => held.Bytes;

    public string Name => name;

    public string FileName => fileName;

    public Stream OpenReadStream() => held.OpenRead();

    public void CopyTo(Stream target)
    {
        using var content = OpenReadStream();
        content.CopyTo(target);
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, cancellationToken);
    }
}
