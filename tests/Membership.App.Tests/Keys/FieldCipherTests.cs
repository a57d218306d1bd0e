using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.Members;

namespace Membership.App.Tests.Keys;

public sealed class FieldCipherTests : IDisposable
{
    private static readonly SealedPlace Place = new(SealedKind.CitizenId, 7);

    private readonly DataFolder _folder = new(Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName()));
    private readonly KeyRing _keys;
    private readonly FieldCipher _cipher;

    public FieldCipherTests()
    {
        _keys = KeyRing.Open(_folder);
        _cipher = new FieldCipher(_keys);
    }

    // Half a character is no text: no column of a list brings one.
    [Fact]
    public void Open_OfWhatWasSealed_GivesItBack() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<UnicodeString>>(),
        text =>
        {
            var value = VietnameseText.WellFormed(text.Get.Get);
            Assert.Equal(value, _cipher.Open(_cipher.Seal(value, Place)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_WhenAnyByteWasChanged_IsRefused() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        at =>
        {
            var stored = _cipher.Seal("092180000001"u8, Place);
            stored[at.Get % stored.Length] ^= (byte)(1 << (at.Get % 8));
            Assert.ThrowsAny<CryptographicException>(() => _cipher.Open(stored));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_WhenTheValueIsCutOff_IsRefused()
    {
        var stored = _cipher.Seal("092180000001"u8, Place);

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Open(stored.AsSpan(0, 20)));
    }

    [Fact]
    public void Seal_OfEqualValues_LooksDifferentAndFindsThemEqual()
    {
        var (one, other) = (_cipher.Seal("092180000001", Place), _cipher.Seal("092180000001", Place));

        Assert.NotEqual(one, other);
        Assert.Equal(_cipher.IndexOf("092180000001"), _cipher.IndexOf("092180000001"));
        Assert.NotEqual(_cipher.IndexOf("092180000001"), _cipher.IndexOf("092180000002"));
    }

    [Fact]
    public void Seal_FromManyThreads_NeverRepeatsANonce()
    {
        var nonces = ParallelEnumerable.Range(0, 20_000).Select(_ => Convert.ToHexString(_cipher.Seal("x"u8, Place), 10, 12)).ToHashSet();

        Assert.Equal(20_000, nonces.Count);
    }

    [Fact]
    public void Open_AfterANewKey_StillOpensTheOldUntilItIsForgotten()
    {
        var old = _cipher.Seal("092180000001", Place);
        _keys.AddKey();

        var opened = _cipher.Open(old);
        _keys.ForgetRetired();

        Assert.Equal("092180000001", opened);
        Assert.ThrowsAny<CryptographicException>(() => _cipher.Open(old));
    }

    [Fact]
    public void SealedText_WhenPrinted_ShowsNothing()
    {
        SealedText value = _cipher.Seal("092180000001", Place);

        Assert.Equal("(đã mã hóa)", $"{value}");
    }

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_folder.Root, recursive: true);
    }
}
