namespace PlanBot.Texts;

/// <summary>Words of a file that is to be put into a person's own store.</summary>
public static class FileConsentTexts
{
    public static string Description(Language language) => language.In("同意后存入您的 OneDrive。", "Put into your OneDrive if you agree.");

    public static string Declined(string file, Language language) => language.In($"好的，没有保存《{file}》。以后需要时再说一声就行。", $"All right, \"{file}\" was not saved. Just ask again when you need it.");

    public static string Expired(Language language) => language.In("这个文件已经过期，没有保存。请再要一份。", "This file is no longer held and was not saved. Please ask for it again.");

    /// <param name="address">Where it can be fetched instead.</param>
    public static string NotSaved(string file, string address, Language language) => language.In(
        $"没能存入您的 OneDrive，请用这个地址下载（一小时内有效）：\n{file}：{address}", $"It could not be put into your OneDrive. Please fetch it here within an hour:\n{file}: {address}");
}
