using System.Buffers.Binary;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.Keys;

/// <summary>
/// Whose and which value a sealed one is. It stands before the cipher text, under the same seal: a value that was put somewhere else
/// still says where it belongs.
/// </summary>
/// <param name="Owner">Of a person and a staged row its <see cref="Person.Binding"/>, of a change the person's id, of a user hers.</param>
public readonly record struct SealedPlace(SealedKind Field, long Owner)
{
    internal const int Bytes = 1 + sizeof(long);

    /// <summary>The key of a file of its own: a file says itself what it is.</summary>
    internal static readonly SealedPlace OfFile = new(SealedKind.FileKey, 0);

    private const byte OfChanges = 0x40;
    private const int BitsOfRow = 40;

    public static SealedPlace Of(Person person, SealedKind field) => new(field, person.Binding);

    /// <param name="field">Name of a column of the person, one of <see cref="SealedFields"/>.</param>
    public static SealedPlace OfChange(string field, long personId) => new((SealedKind)(OfChanges | (byte)Enum.Parse<SealedKind>(field)), personId);

    public static SealedPlace OfProposal(long personId) => new(SealedKind.ProposedValue, personId);

    internal static SealedPlace OfImage(ImageTable table, long importId, long rowId) =>
        new((SealedKind)((byte)SealedKind.Image + (byte)table), (importId << BitsOfRow) | rowId);

    internal static SealedPlace Read(ReadOnlySpan<byte> bytes) => new((SealedKind)bytes[0], BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]));

    internal void Write(Span<byte> bytes)
    {
        bytes[0] = (byte)Field;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], Owner);
    }
}

/// <summary>What is sealed; the numbers stand in every sealed value.</summary>
public enum SealedKind : byte
{
    CitizenId = 1,
    FormerIdNumber = 2,
    Phone = 3,
    Ethnicity = 4,
    Religion = 5,
    AuthenticatorKey = 10,

    /// <summary>Of a staged row.</summary>
    Cells = 11,

    /// <summary>Of a staged row.</summary>
    Details = 12,
    FileKey = 13,

    /// <summary>What a form said when it was opened; the form carries it.</summary>
    OpenedForm = 14,

    /// <summary>A form that was sent after its session ended, until its user has signed in again.</summary>
    KeptForm = 15,

    /// <summary>What a list says of a person beyond the reach of its officer.</summary>
    ProposedValue = 16,

    /// <summary>And one more for each <see cref="ImageTable"/>.</summary>
    Image = 20,
}
