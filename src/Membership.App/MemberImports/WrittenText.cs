using System.Globalization;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What a list writes, or has written: its rows, and who left of those whom a full list does not name.</summary>
public static class WrittenText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>"180 dòng và 1.585 người thôi sinh hoạt".</summary>
    public static string Of(int rows, int leaving)
    {
        var (ofRows, ofPeople) = ($"{Number(rows)} dòng", $"{Number(leaving)} người thôi sinh hoạt");
        return leaving == 0 ? ofRows : rows == 0 ? ofPeople : $"{ofRows} và {ofPeople}";
    }

    /// <param name="ended">Memberships that it ended; they are among <see cref="MemberImport.TakenRows"/>.</param>
    public static string Of(MemberImport import, int ended) => Of(import.TakenRows - ended, ended);

    private static string Number(int count) => count.ToString("#,0", Vietnamese);
}
