using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Membership.App.Keys;
using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;

namespace Membership.App.MemberImports;

/// <summary>The number of an import with its signature, hidden in the workbook that was marked for it.</summary>
internal static class ListMark
{
    private const string Purpose = "marked list";

    public static string Of(long importId, FieldCipher cipher)
    {
        var id = importId.ToString(CultureInfo.InvariantCulture);
        return $"{id}.{Convert.ToHexStringLower(cipher.Sign(Purpose, id))}";
    }

    /// <summary>Null for a file that is no marked workbook of this installation. What is wrong with a file is said when it is read.</summary>
    public static long? Read(Stream file, WorkbookLimits limits, FieldCipher cipher)
    {
        try
        {
            using var package = XlsxPackage.Open(file, limits);
            return WorkbookProperty.Read(package) is { } value ? ImportOf(value, cipher) : null;
        }
        catch (Exception failure) when (failure is UnreadableWorkbookException or InvalidDataException or XmlException or EndOfStreamException)
        {
            return null;
        }
    }

    private static long? ImportOf(string value, FieldCipher cipher) =>
        long.TryParse(value.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(Of(id, cipher)))
            ? id
            : null;
}
