using MediatR;
using Membership.App.MemberImports;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Membership.Web.Users;

/// <summary>
/// Reads forms that can carry a file, before the framework does, which would keep the file plain in the system's temporary folder.
/// The file is sealed into the data folder as it arrives, once permission and anti-forgery token are checked; the token stands
/// before it. Pages get the form as ever.
/// </summary>
internal sealed class UploadReception(RequestDelegate next, ImportFiles files, IAntiforgery antiforgery)
{
    private const int FieldBytes = 64 * 1024;
    private const int Fields = 100;
    private const int HeaderBytes = 16 * 1024;

    public async Task InvokeAsync(HttpContext context, IMediator mediator)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (IsErrorPage(context))
        {
            // What was wrong with the body is being said: nobody reads on in it.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            await next(context);
            return;
        }

        if (context.GetEndpoint() is not null && await TryReadAsync(context, mediator, HeaderUtilities.RemoveQuotes(type.Boundary).Value) is { } status)
            context.Response.StatusCode = status;
        else
            await next(context);
    }

    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Null when the form was read; else the status that says what is wrong.</summary>
    private async Task<int?> TryReadAsync(HttpContext context, IMediator mediator, string? boundary)
    {
        var receives = context.GetEndpoint()!.Metadata.GetMetadata<ReceivesFileAttribute>();
        if (string.IsNullOrEmpty(boundary))
            return StatusCodes.Status400BadRequest;

        if (receives is not null)
        {
            await mediator.Send(new BeginUpload(), context.RequestAborted);
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = receives.RequestBytes;
        }

        try
        {
            return await ReadAsync(context, new MultipartReader(boundary, context.Request.Body) { HeadersLengthLimit = HeaderBytes, HeadersCountLimit = 16 }, receives is not null);
        }
        catch (BadHttpRequestException failure)
        {
            return failure.StatusCode;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or AntiforgeryValidationException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private async Task<int?> ReadAsync(HttpContext context, MultipartReader reader, bool mayCarryFile)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var received = new FormFileCollection();
        var count = 0;
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            if (++count > Fields || section.GetContentDispositionHeader() is not { } disposition)
                return StatusCodes.Status400BadRequest;

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (!disposition.IsFileDisposition())
            {
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), await TextAsync(section, context.RequestAborted));
                continue;
            }

            var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
            if (string.IsNullOrEmpty(fileName))
                continue; // No file was chosen.
            if (!mayCarryFile || received.Count > 0)
                return StatusCodes.Status400BadRequest;

            Fill(context, fields, received);
            await antiforgery.ValidateRequestAsync(context);
            var held = await files.HoldAsync(section.Body, context.RequestAborted);
            context.Response.RegisterForDispose(held);
            received.Add(new ReceivedFile(held, name, fileName, section.ContentType));
        }

        Fill(context, fields, received);
        return null;
    }

    private static void Fill(HttpContext context, Dictionary<string, StringValues> fields, FormFileCollection received) =>
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(new Dictionary<string, StringValues>(fields, StringComparer.OrdinalIgnoreCase), received)));

    private static async Task<string> TextAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        using var limited = new MemoryStream();
        var buffer = new byte[FieldBytes / 16];
        for (int read; (read = await section.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (limited.Length + read > FieldBytes)
                throw new InvalidDataException("A field is too long");
            limited.Write(buffer, 0, read);
        }

        return System.Text.Encoding.UTF8.GetString(limited.GetBuffer(), 0, (int)limited.Length);
    }
}
