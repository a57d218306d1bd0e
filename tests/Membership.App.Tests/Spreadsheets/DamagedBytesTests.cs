using System.IO.Compression;
using System.Text;
using Membership.App.Spreadsheets;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Whatever happens to the bytes, a file is read or refused; nothing else comes out.</summary>
public sealed class DamagedBytesTests
{
    private const int Rounds = 300;

    // Small enough that a damaged length cannot make a round slow.
    private static readonly WorkbookLimits Limits = new() { InflatedBytes = 10_000_000 };

    [Theory]
    [InlineData("ds.xlsx")]
    [InlineData("ds.xls")]
    [InlineData("ds.csv")]
    public void File_WithChangedBytes_IsReadOrRefused(string name)
    {
        var random = new Random(20_260);
        var original = Sample(name);

        for (var round = 0; round < Rounds; round++)
        {
            using var file = new ListFile(Changed(original, random), name);
            var failure = Record.Exception(() => file.Refusal(Limits));
            Assert.True(failure is null, $"round {round}: {failure}");
        }
    }

    private static byte[] Sample(string name) => Path.GetExtension(name) switch
    {
        ".xls" => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Spreadsheets", "small.xls")),
        ".csv" => Encoding.UTF8.GetBytes("Họ tên,Năm\n\"Nguyễn Thị Mẫu\",1990\n"),
        _ => Stored(WorkbookBuilder.Of(["Họ tên", "Năm"], ["An", new DateOnly(1990, 5, 20)], ["Bình", new Formatted(5, "000")])),
    };

    // Not compressed, so that a changed byte reaches the XML.
    private static byte[] Stored(WorkbookBuilder workbook)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in workbook.Parts())
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Changed(byte[] original, Random random)
    {
        var bytes = (byte[])original.Clone();
        for (var i = random.Next(1, 5); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
