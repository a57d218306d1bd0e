namespace Membership.Web.CommandLine;

internal static class WrittenFile
{
    /// <summary>Says that the file was written, or why it could not be.</summary>
    public static async Task<int> WriteAsync(FileInfo target, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(target.FullName, content, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refusing.Say($"Không ghi được tệp “{target.Name}”. Hãy kiểm tra thư mục, quyền ghi, và đóng tệp nếu đang mở trong Excel.");
        }

        Console.Out.WriteLine($"Đã ghi {target.Name}.");
        return 0;
    }
}
