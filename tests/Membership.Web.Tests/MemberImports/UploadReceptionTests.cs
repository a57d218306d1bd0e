using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.MemberImports;

/// <summary>What lies on the disk while a file arrives, and who may send one at all. Speaks to the socket: a browser's client sends bodies whole.</summary>
public sealed class UploadReceptionTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Boundary = "ranh-gioi";
    private const string Name = "Nguyễn Thị Ngọc Bích Thảo";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task File_OfFiveMegabytes_IsSealedAsItArrivesAndNeverInTheTemporaryFolder()
    {
        var commune = app.NextCommune();
        using var watch = new FileSystemWatcher(Path.GetTempPath()) { EnableRaisingEvents = false };
        var made = new List<string>();
        watch.Created += (_, file) => { lock (made) made.Add(file.Name!); };
        watch.EnableRaisingEvents = true;
        using var sender = await SenderAsync(app.Cookies);
        var list = List(5 * 1024 * 1024);
        await sender.BeginAsync(await FieldsAsync(app.Client, commune.Code), list.Length);

        await sender.SendAsync(list.AsMemory(0, list.Length / 2));
        var received = await WaitForAsync(() => Uploads().Find(file => new FileInfo(file).Length > 1024 * 1024));

        Assert.DoesNotContain(Name, Latin(received), StringComparison.Ordinal);
        await sender.SendAsync(list.AsMemory(list.Length / 2));
        var answer = await sender.EndAsync();
        Assert.StartsWith("HTTP/1.1 302", answer, StringComparison.Ordinal);
        Assert.Empty(Uploads());
        lock (made)
            Assert.DoesNotContain(made, file => file.StartsWith("ASPNETCORE_", StringComparison.Ordinal));
        Assert.Equal(list.Length, await app.Database.With(db => db.MemberImports.Where(one => one.LocalityId == commune.Id).Select(one => one.FileBytes).SingleAsync()));
    }

    [Fact]
    public async Task Upload_WhenItsSenderIsKilled_LeavesNothing()
    {
        using (var sender = await SenderAsync(app.Cookies))
        {
            var list = List(2 * 1024 * 1024);
            await sender.BeginAsync(await FieldsAsync(app.Client, app.NextCommune().Code), list.Length);
            await sender.SendAsync(list.AsMemory(0, 1024 * 1024));
            var received = await WaitForAsync(() => Uploads().FirstOrDefault());
            Assert.DoesNotContain(Name, Latin(received), StringComparison.Ordinal);
        }

        await WaitForAsync(() => Uploads().Count == 0 ? "" : null);
    }

    [Fact]
    public async Task Upload_OfWhoMayNotImport_IsRefusedBeforeItsBodyIsRead()
    {
        var cookies = new CookieContainer();
        await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.Planner)), cookies);
        using var sender = await SenderAsync(cookies);

        await sender.BeginAsync("", 5 * 1024 * 1024);

        Assert.StartsWith("HTTP/1.1 403", await sender.AnswerAsync(), StringComparison.Ordinal);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Upload_OfNobody_IsSentToTheSignInBeforeItsBodyIsRead()
    {
        using var sender = await SenderAsync(new CookieContainer());

        await sender.BeginAsync("", 5 * 1024 * 1024);

        Assert.StartsWith("HTTP/1.1 302", await sender.AnswerAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nhap-danh-sach")] // without its token
    [InlineData("/so-lieu-dan-so")] // a page that takes no file
    [InlineData("/dang-nhap")]
    public async Task File_ThatIsNotExpected_IsRefusedBeforeItIsRead(string address)
    {
        using var sender = await SenderAsync(app.Cookies, address);

        await sender.BeginAsync("", 5 * 1024 * 1024);

        Assert.StartsWith("HTTP/1.1 400", await sender.AnswerAsync(), StringComparison.Ordinal);
        Assert.Empty(Uploads());
    }

    private static byte[] List(int bytes)
    {
        var text = new StringBuilder("Họ và tên,Ngày sinh,Số CCCD\n");
        for (var row = 0; text.Length < bytes; row++)
            text.Append(CultureInfo.InvariantCulture, $"{Name},12/05/1980,092180{row:000000}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private List<string> Uploads()
    {
        var folder = Path.Combine(app.Database.Folder.Root, "uploads");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder)] : [];
    }

    private static string Latin(string file)
    {
        // The program that writes it lets no other one of .NET read it; a thief would not ask.
        using var cat = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.Latin1 })!;
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(cat.StandardOutput.ReadToEnd()));
    }

    private static async Task<string> WaitForAsync(Func<string?> found)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < Soon; await Task.Delay(50))
        {
            try
            {
                if (found() is { } there)
                    return there;
            }
            catch (FileNotFoundException)
            {
                // Gone between being listed and being looked at.
            }
        }

        throw new TimeoutException("It did not come about");
    }

    private async Task<string> FieldsAsync(HttpClient client, string commune)
    {
        var page = await app.PageAsync("/nhap-danh-sach", by: client);
        var token = page.QuerySelector("form.upload input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return string.Concat(
            new[] { ("__RequestVerificationToken", token), ("to-chuc", "HND"), ("don-vi", commune), ("ngay", "15/12/2025"), ("kieu", "Update") }
                .Select(field => $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field.Item1}\"\r\n\r\n{field.Item2}\r\n"));
    }

    private async Task<Sender> SenderAsync(CookieContainer cookies, string address = "/nhap-danh-sach")
    {
        var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        return new Sender(client, address, app.Address.Authority, cookies.GetCookieHeader(app.Address));
    }

    private sealed class Sender(TcpClient client, string address, string host, string cookie) : IDisposable
    {
        private readonly NetworkStream _stream = client.GetStream();

        /// <summary>All up to the first byte of the file.</summary>
        public Task BeginAsync(string fields, int fileBytes)
        {
            var before = $"{fields}--{Boundary}\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"danh-sach.csv\"\r\nContent-Type: text/csv\r\n\r\n";
            var length = Encoding.UTF8.GetByteCount(before) + fileBytes + End.Length;
            return SendAsync(Encoding.UTF8.GetBytes(
                $"POST {address} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary={Boundary}\r\nContent-Length: {length}\r\n\r\n{before}"));
        }

        private static byte[] End => Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n");

        public async Task SendAsync(ReadOnlyMemory<byte> content) => await _stream.WriteAsync(content);

        public async Task<string> EndAsync()
        {
            await SendAsync(End);
            return await AnswerAsync();
        }

        public async Task<string> AnswerAsync()
        {
            using var limit = new CancellationTokenSource(Soon);
            var buffer = new byte[4096];
            var read = await _stream.ReadAsync(buffer, limit.Token);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }

        public void Dispose()
        {
            client.Client.LingerState = new LingerOption(true, 0);
            client.Dispose();
        }
    }
}
