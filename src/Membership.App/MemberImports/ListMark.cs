using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Membership.App.Keys;
using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;

namespace Membership.App.MemberImports;

/// <summary>The number of an import with its signature, hidden in a workbook that was given out for it.</summary>
/// <param name="HasRowsOnly">Not the officer's own workbook but the rows that were not taken, in a sheet of their own.</param>
internal readonly record struct ListMark(long ImportId, bool HasRowsOnly)
{
    private string Purpose => HasRowsOnly ? "rows not taken" : "marked list";

    public string Signed(FieldCipher cipher)
    {
        var id = ImportId.ToString(CultureInfo.InvariantCulture);
        return $"{id}.{Convert.ToHexStringLower(cipher.Sign(Purpose, id))}";
    }

    /// <summary>Null for a file that is no such workbook of this installation. What is wrong with a file is said when it is read.</summary>
    public static ListMark? Read(Stream file, WorkbookLimits limits, FieldCipher cipher)
    {
        try
        {
            using var package = XlsxPackage.Open(file, limits);
            return WorkbookProperty.Read(package) is { } value ? In(value, cipher) : null;
        }
        catch (Exception failure) when (failure is UnreadableWorkbookException or InvalidDataException or XmlException or EndOfStreamException)
        {
            return null;
        }
    }

    private static ListMark? In(string value, FieldCipher cipher) => long.TryParse(value.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? new[] { new ListMark(id, false), new ListMark(id, true) }.Cast<ListMark?>().FirstOrDefault(mark => mark!.Value.Signs(value, cipher))
        : null;

    private bool Signs(string value, FieldCipher cipher) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(Signed(cipher)));
}
