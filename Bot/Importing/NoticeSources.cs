using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Opens a file by its content as the source of a notice.</summary>
internal static class NoticeSources
{
    /// <param name="fileName">Tells plain-text formats apart by its extension; the content decides everything else.</param>
    public static OpenedSource Open(byte[] content, string fileName)
    {
        if (content.Length == 0)
            return new(null, new(NoticeIssue.EmptyFile));
        if (content.Length > NoticeReader.MaxBytes)
            return new(null, new(NoticeIssue.TooLarge, Subject: "2 MB"));
        var (text, refusal) = SourceText.Read(content, fileName);
        return new(text is null ? null : NoticeSource.OfText(text), refusal);
    }
}
