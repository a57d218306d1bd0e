using System.Security.Cryptography;

namespace Membership.Domain.Members;

/// <summary>
/// One human being, counted once (số người) however many organizations he or she belongs to.
/// Membership and residence are intervals of their own.
/// </summary>
public sealed class Person
{
    private const int NameBucketLength = 8;
    private const int PhoneBucketLength = 2;

    public long Id { get; init; }

    /// <summary>As the clerk wrote it: NFC, single spaces, case kept.</summary>
    public required string FullName { get; set; }

    /// <summary><see cref="PersonName.Fold"/> of the name: what searches and matches compare.</summary>
    public required string FoldedName { get; set; }

    /// <summary><see cref="NameOrder.Key"/> of the name.</summary>
    public required string NameOrderKey { get; set; }

    /// <summary><see cref="BucketOfName"/>: the index by which people are read in the order of names.</summary>
    public string NameBucket { get => BucketOfName(NameOrderKey); private init => _ = value; }

    public Sex? Sex { get; set; }

    public PartialDate? BirthDate { get; set; }

    /// <summary>Random, as good as unique, never changed: what her sealed values say they belong to. A staged row has it before she has an id.</summary>
    public long Binding { get; init; } = NewBinding();

    /// <summary>Twelve digits, sealed; unique where known.</summary>
    public SealedText? CitizenId { get; set; }

    /// <summary>Số CMND, nine digits, sealed; ended on 31/12/2024 (Luật Căn cước 2023, art. 46) but still in lists.</summary>
    public SealedText? FormerIdNumber { get; set; }

    /// <summary>Sealed.</summary>
    public SealedText? Phone { get; set; }

    /// <summary>Keyed blind index of <see cref="CitizenId"/>: equal numbers have equal ones; unique where known.</summary>
    public string? CitizenIdIndex { get; set; }

    /// <summary>Keyed blind index of <see cref="Phone"/>.</summary>
    public string? PhoneIndex { get; set; }

    /// <summary><see cref="BucketOfPhone"/>: the index by which telephones are found.</summary>
    public string? PhoneBucket { get => BucketOfPhone(PhoneIndex); private init => _ = value; }

    /// <summary>Dân tộc, sealed: sensitive (NĐ 356/2025 Điều 4), optional, in no list.</summary>
    public SealedText? Ethnicity { get; set; }

    /// <summary>Tôn giáo, sealed: sensitive (NĐ 356/2025 Điều 4), optional, in no list.</summary>
    public SealedText? Religion { get; set; }

    /// <summary><see cref="Learning.Education"/>.</summary>
    public string? Education { get; set; }

    /// <summary><see cref="Learning.Qualification"/>.</summary>
    public string? Qualification { get; set; }

    /// <summary><see cref="Learning.PoliticalTheory"/>.</summary>
    public string? PoliticalTheory { get; set; }

    /// <summary>UTC; since when her data may only be kept, not used (hạn chế xử lý); null when they may.</summary>
    public DateTime? RestrictedAt { get; set; }

    /// <summary>UTC; when what identifies her was removed; null while it is there.</summary>
    public DateTime? AnonymisedAt { get; set; }

    /// <summary>The import that first brought this person; null when it came from elsewhere.</summary>
    public long? ImportId { get; init; }

    /// <summary>When the record was typed in, UTC: not when anything happened to the person.</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>A person of the generated sample, never a real one.</summary>
    public bool IsSample { get; init; }

    /// <summary>The beginning of <see cref="NameOrderKey"/>: mostly the given name and what the family name begins with. Whoever orders by
    /// it, then by the key, has the order of names. Characters are counted as SQL does, those outside the basic plane once.</summary>
    public static string BucketOfName(string nameOrderKey)
    {
        var length = 0;
        for (var characters = 0; characters < NameBucketLength && length < nameOrderKey.Length; characters++)
            length += char.IsSurrogatePair(nameOrderKey, length) ? 2 : 1;
        return nameOrderKey[..length];
    }

    public static long NewBinding()
    {
        Span<byte> random = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(random);
        return BitConverter.ToInt64(random);
    }

    /// <summary>The beginning of <see cref="PhoneIndex"/>, of which there are 4,096.</summary>
    public static string? BucketOfPhone(string? phoneIndex) => phoneIndex?[..PhoneBucketLength];
}
