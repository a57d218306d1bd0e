namespace Membership.Domain.Members;

/// <summary>
/// Trình độ: what somebody has learned, by the names that the member systems use. Null where it is not known, or was written in a
/// way that no list of levels has: then it is kept as written.
/// </summary>
/// <param name="Education">Học vấn: the class, "9/12", or the school that was finished, "Trung học cơ sở".</param>
/// <param name="Qualification">Chuyên môn, its level first, "Đại học Luật": sơ cấp, trung cấp, cao đẳng, đại học, thạc sĩ, tiến sĩ.</param>
/// <param name="PoliticalTheory">Lý luận chính trị: sơ cấp, trung cấp, cao cấp, cử nhân.</param>
public sealed record Learning(string? Education, string? Qualification, string? PoliticalTheory)
{
    public static readonly Learning Unknown = new(null, null, null);
}
