namespace PlanBot.Importing;

/// <summary>Takes a notice from the disk.</summary>
public static class NoticeFile
{
    /// <returns>The file, or so much of one that is too large that its reader refuses it; null when it cannot be read.</returns>
    public static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.Asynchronous);
            var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (content.Length <= ImportLimits.LargestFile && await file.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                content.Write(buffer, 0, read);
            return content.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
