using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Forms as files, handed out and sent back.</summary>
public static class FormFileTexts
{
    public static string Title(string unit, ReportingPeriod period, Language language) =>
        language.In($"{unit}{PeriodNames.Of(period, language)}进展填报表", $"{unit} {PeriodNames.Of(period, language)} report form");

    public static string Hint(Language language) => language.In(
        "请在表中填写各项内容，没有内容的填“无”，然后把文件直接发回对话即可；任务一栏的小字是识别码，请保留。",
        "Please fill in the table, \"none\" where there is nothing to say, and send the file back in the conversation. Keep the small print beside the task: it is the row's code.");

    public static string TaskColumn(Language language) => language.In("任务", "Task");

    public static Reply Sent(string name, int tasks, Language language) => new(language.In(
        $"这是填报表《{name}》，共{tasks}项，已按现有内容预填。填好后直接发回来，我会请您核对后再报送。",
        $"Here is the form \"{name}\" with {PeriodTexts.Tasks(tasks)}, filled in as far as known. Send it back when it is done; you check it before anything is filed."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };

    public static string Read(string name, Language language) => language.In($"已读取《{name}》。", $"I have read \"{name}\".");

    public static string OlderVersion(IReadOnlyList<int> ordinals, Language language)
    {
        var tasks = string.Join(language.In("、", ", "), ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)));
        return language.In($"注意：这份表格发出之后，{tasks}又报过新的版本；以下按表格内容列出改动，请核对后再确认。", $"Note: after this form was handed out, a newer version of {tasks} was filed. The changes that your form makes to it are listed; please check before you confirm.");
    }

    public static Reply NothingInIt(string name, Language language) => new(language.In(
        $"《{name}》里没有找到可报送的内容。请填写后再发，或直接用文字回复。", $"I found nothing to report in \"{name}\". Please fill it in and send it again, or simply write.")) { Buttons = [Buttons.ReportNow(language), Buttons.MyTasks(language)] };

    public static Reply NotYours(string name, Language language) => new(language.In(
        $"《{name}》不是您单位当前可填报的表格，没有报送任何内容。回复“Word表”或“Excel表”可取得新的表格。",
        $"\"{name}\" is no form that you can report with now; nothing was filed. Say \"Word form\" or \"Excel form\" for a new one.")) { Buttons = [Word(language), Excel(language)] };

    public static Reply Unreadable(string name, FileProblem problem, Language language) => new(problem switch
    {
        FileProblem.Foreign => language.In($"《{name}》不是 Word、Excel 或文本文件，无法读取内容。", $"\"{name}\" is no Word, Excel or text file, so I cannot read it."),
        FileProblem.OldOrLocked => language.In($"《{name}》是旧格式（doc、xls）或设有密码，请去掉密码、另存为 docx 或 xlsx 后再发。", $"\"{name}\" is in an old format (doc, xls) or has a password; please save it as docx or xlsx without one and send it again."),
        FileProblem.Macros => language.In($"《{name}》含有宏，出于安全考虑没有打开，请另存为不含宏的 docx 或 xlsx 后再发。", $"\"{name}\" contains macros and was not opened; please save it as docx or xlsx without macros and send it again."),
        FileProblem.TooLarge => language.In($"《{name}》内容过大，没有读取，请精简后再发。", $"\"{name}\" is too large and was not read; please shorten it and send it again."),
        FileProblem.Empty => language.In($"《{name}》是空的，请填写后再发。", $"\"{name}\" is empty; please fill it in and send it again."),
        _ => language.In($"《{name}》已损坏，无法打开，请检查后重新发送。", $"\"{name}\" is damaged and cannot be opened; please check it and send it again."),
    });

    public static ReplyButton Word(Language language) => Buttons.Of(language, "Word表", "Word form");

    public static ReplyButton Excel(Language language) => Buttons.Of(language, "Excel表", "Excel form");
}

/// <summary>Why a file was not read, in the terms of the conversation.</summary>
public enum FileProblem
{
    Damaged = 1,
    Foreign = 2,
    OldOrLocked = 3,
    Macros = 4,
    TooLarge = 5,
    Empty = 6,
}
