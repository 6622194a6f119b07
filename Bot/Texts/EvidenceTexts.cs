using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>佐证材料: files that go with a report.</summary>
public static class EvidenceTexts
{
    public static Reply Added(IReadOnlyList<string> files, IReadOnlyList<int> ordinals, Language language) => new(language.In(
        $"已收到{Files(files, language)}，作为{Tasks(ordinals, language)}的佐证材料保存。", $"I have kept {Files(files, language)} as evidence for {Tasks(ordinals, language)}."))
    {
        Buttons = [Buttons.MyReport(language), Buttons.MyTasks(language)],
    };

    public static Reply WhichTask(IReadOnlyList<string> files, string unit, IReadOnlyList<(int Ordinal, string Name)> tasks, Language language) => new(
        language.In($"已收到{Files(files, language)}。请问是{unit}哪一项的佐证材料？", $"I have received {Files(files, language)}. For which task of {unit} is it evidence?")
        + string.Concat(tasks.Select(task => "\n" + language.In($"第{Numerals.Chinese(task.Ordinal)}项：", $"Task {task.Ordinal}: ") + task.Name)))
    {
        Buttons = [.. tasks.Take(8).Select(task => Buttons.Task(task.Ordinal, language)), new(language.In("全部", "All"), language.In("全部", "All tasks")), Buttons.Cancel(language)],
    };

    public static Reply SendAgain(IReadOnlyList<string> files, Language language) => new(language.In(
        $"{Files(files, language)}暂未保存，请在报送完成后再发一次，并说明是哪一项的佐证材料。", $"I have not kept {Files(files, language)} yet; please send it again after the report and say for which task it is evidence."));

    public static Reply Cancelled(Language language) => new(language.In("好的，文件没有保存。", "All right, the file was not kept.")) { Buttons = [Buttons.MyTasks(language)] };

    public static Reply NotYours(Language language) => new(language.In(
        "这项报告已经定稿，或不由您填报，文件没有保存。", "This report is final, or not yours to file; the file was not kept.")) { Buttons = [Buttons.MyTasks(language)] };

    public static Reply TooMany(int most, Language language) => new(language.In($"每项报告最多保存{most}个文件，这次的没有保存。", $"A report can have at most {most} files; this one was not kept."));

    public static string Refused(string name, EvidenceProblem problem, long largest, IReadOnlyList<string> types, Language language) => problem switch
    {
        EvidenceProblem.TooLarge => language.In($"《{name}》超过{Size(largest)}的上限，没有保存，请压缩后再发。", $"\"{name}\" is larger than {Size(largest)} and was not kept; please make it smaller."),
        EvidenceProblem.Type => language.In($"《{name}》不是可以接收的文件类型，没有保存。可以发送：{string.Join("、", types)}。", $"\"{name}\" is of a kind that cannot be taken and was not kept. You can send {string.Join(", ", types)}."),
        EvidenceProblem.Scan => language.In($"《{name}》没有通过安全检查，没有保存。", $"\"{name}\" did not pass the security check and was not kept."),
        EvidenceProblem.Empty => language.In($"《{name}》是空文件，没有保存。", $"\"{name}\" is empty and was not kept."),
        _ => language.In($"安全检查暂时无法进行，《{name}》没有保存，请稍后再发。", $"The security check is not available at the moment, so \"{name}\" was not kept; please send it again later."),
    };

    /// <summary>Under a task in a report: 附件：会议纪要.pdf（1.2 MB）.</summary>
    public static string Line(IEnumerable<Evidence> files, Language language) =>
        language.In("附件：", "Attachments: ") + string.Join(language.In("、", ", "), files.Select(file => language.In($"{file.Name}（{Size(file.Size)}）", $"{file.Name} ({Size(file.Size)})")));

    /// <param name="files">In the order in which they are numbered.</param>
    public static Reply List(string unit, IReadOnlyList<(int Task, Evidence File)> files, Language language) => new(
        (files.Count == 0 ? language.In($"{unit}没有附件。", $"{unit} has no attachments.") : language.In($"{unit}的附件：", $"Attachments of {unit}:"))
        + string.Concat(files.Select((file, i) => $"\n{i + 1}. " + language.In($"第{Numerals.Chinese(file.Task)}项：", $"Task {file.Task}: ") + $"{file.File.Name}（{Size(file.File.Size)}）")))
    {
        Buttons = [.. files.Take(6).Select((file, i) => new ReplyButton(language.In($"附件{i + 1}", $"Attachment {i + 1}"), language.In($"下载{unit}附件{i + 1}", $"Download {unit} attachment {i + 1}")))],
    };

    public static Reply Here(string name, Language language) => new(language.In($"这是《{name}》。下载地址一小时内有效，仅供您本人使用。", $"Here is \"{name}\". The address is good for an hour, and for you only."));

    public static Reply Gone(string name, Language language) => new(language.In($"《{name}》的文件已不在存储中，请联系系统管理员。", $"The file \"{name}\" is no longer in the store; please tell the administrator."));

    private static string Files(IReadOnlyList<string> names, Language language) => string.Join(language.In("、", ", "), names.Select(name => language.In($"《{name}》", $"\"{name}\"")));

    private static string Tasks(IReadOnlyList<int> ordinals, Language language) => string.Join(language.In("、", ", "), ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)));

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB");
}

/// <summary>Why a file was not kept, in the terms of the conversation.</summary>
public enum EvidenceProblem
{
    TooLarge = 1,
    Type = 2,
    Scan = 3,
    ScanFailed = 4,
    Empty = 5,
}
