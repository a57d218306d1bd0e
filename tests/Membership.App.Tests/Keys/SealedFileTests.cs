using System.Security.Cryptography;
using Membership.App.Database;
using Membership.App.Keys;

namespace Membership.App.Tests.Keys;

public sealed class SealedFileTests : IDisposable
{
    private readonly DataFolder _folder = new(Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName()));
    private readonly KeyRing _keys;
    private readonly FieldCipher _cipher;

    public SealedFileTests()
    {
        _keys = KeyRing.Open(_folder);
        _cipher = new FieldCipher(_keys);
    }

    private string File => Path.Combine(_folder.Root, "upload");

    [Theory]
    [InlineData(0)] // no content
    [InlineData(1)]
    [InlineData(SealedFile.ChunkBytes - 1)]
    [InlineData(SealedFile.ChunkBytes)] // the last chunk is full
    [InlineData((3 * SealedFile.ChunkBytes) + 5)]
    public async Task Stream_OfWhatWasWritten_GivesItBack(int bytes)
    {
        var content = await WriteAsync(bytes);

        using var stream = SealedFileStream.Open(File, _cipher);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);

        Assert.Equal((bytes, Convert.ToHexString(content)), (stream.Length, Convert.ToHexString(read.ToArray())));
    }

    [Fact]
    public async Task Stream_WhenSoughtIn_ReadsFromThere()
    {
        var content = await WriteAsync(3 * SealedFile.ChunkBytes);
        using var stream = SealedFileStream.Open(File, _cipher);
        var read = new byte[10];

        stream.Seek(-(SealedFile.ChunkBytes + 5), SeekOrigin.End);
        stream.ReadExactly(read);

        Assert.Equal(content[((2 * SealedFile.ChunkBytes) - 5)..((2 * SealedFile.ChunkBytes) + 5)], read);
    }

    [Theory]
    [InlineData(100)] // the key
    [InlineData(30_000)] // the first chunk
    [InlineData(150_000)] // another
    public async Task Stream_WhenAByteWasChanged_IsRefused(int at)
    {
        await WriteAsync(3 * SealedFile.ChunkBytes);
        var stored = await System.IO.File.ReadAllBytesAsync(File);
        stored[at] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, stored);

        await Assert.ThrowsAnyAsync<CryptographicException>(ReadAllAsync);
    }

    [Fact]
    public async Task Stream_WhenWholeChunksAreCutOff_IsRefused()
    {
        await WriteAsync(3 * SealedFile.ChunkBytes);
        var stored = await System.IO.File.ReadAllBytesAsync(File);
        await System.IO.File.WriteAllBytesAsync(File, stored[..^(SealedFile.ChunkBytes + SealedFile.TagBytes)]);

        await Assert.ThrowsAnyAsync<CryptographicException>(ReadAllAsync);
    }

    [Fact]
    public async Task Reseal_AfterANewKey_NeedsTheOldOneNoMore()
    {
        var content = await WriteAsync(1_000);
        _keys.AddKey();

        await SealedFile.ResealAsync(File, _cipher, CancellationToken.None);
        _keys.ForgetRetired();

        Assert.Equal(content, await ReadAllAsync());
    }

    [Fact]
    public async Task Seal_OfAPlainFile_LeavesNothingPlain()
    {
        await System.IO.File.WriteAllTextAsync(File, "092180000001");

        await SealedFile.SealAsync(File, _cipher, CancellationToken.None);

        Assert.DoesNotContain("092180000001", await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
        Assert.Equal("092180000001"u8.ToArray(), await ReadAllAsync());
    }

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_folder.Root, recursive: true);
    }

    private async Task<byte[]> WriteAsync(int bytes)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);
        await using var writer = SealedFileWriter.Create(File, _cipher);
        // In pieces that fit no chunk.
        foreach (var piece in content.Chunk(10_007))
            await writer.WriteAsync(piece, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
        return content;
    }

    private async Task<byte[]> ReadAllAsync()
    {
        using var stream = SealedFileStream.Open(File, _cipher);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        return read.ToArray();
    }
}
