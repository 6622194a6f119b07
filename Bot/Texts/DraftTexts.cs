using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Words about drafts: throwing them away, and writing into one that is there.</summary>
public static class DraftTexts
{
    private const int Shown = 120;

    public static Reply None(Language language) => new(language.In("您没有草稿。", "You have no draft.")) { Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)] };

    /// <param name="waiting">A text that waits for its task; null when none does.</param>
    public static Reply PreviewDrop(IReadOnlyList<(string Unit, int Ordinal, string Text)> drafts, string? waiting, Language language)
    {
        var lines = drafts.Select(draft => language.In(
            $"{draft.Unit}{TaskNames.Ordinal(draft.Ordinal, language)}：{TaskNames.Cut(draft.Text, Shown)}", $"{draft.Unit}, task {draft.Ordinal}: {TaskNames.Cut(draft.Text, Shown)}")).ToList();
        if (waiting is not null)
            lines.Add(language.In($"还没选任务的内容：{TaskNames.Cut(waiting, Shown)}", $"Without a task yet: {TaskNames.Cut(waiting, Shown)}"));
        return ActTexts.Confirm(
            language.In($"将删除以下草稿：\n{string.Join('\n', lines)}\n已经报送的内容不受影响。", $"These drafts will be deleted:\n{string.Join('\n', lines)}\nWhat is filed stays."), language);
    }

    public static Reply Dropped(Language language) => new(language.In("草稿已删除。", "The draft is deleted.")) { Buttons = [ActTexts.Undo(language), Buttons.ReportNow(language), Buttons.MyTasks(language)] };

    public static string What(Language language) => language.In("删除草稿，草稿已恢复。", "the deletion; the draft is back.");

    /// <summary>New words for a section that an own draft has already.</summary>
    public static Reply AppendOrReplace(int ordinal, string section, string old, string now, Language language) => new(language.In(
        $"{TaskNames.Ordinal(ordinal, language)}的“{section}”之前存过草稿：“{TaskNames.Cut(old, Shown)}”\n这次写的是：“{TaskNames.Cut(now, Shown)}”\n请问是接在后面（追加），还是替换原来的？",
        $"There is a draft for \"{section}\" of task {ordinal}: \"{TaskNames.Cut(old, Shown)}\"\nYou have now written: \"{TaskNames.Cut(now, Shown)}\"\nShall I append it, or replace the draft?"))
    {
        Buttons = [Buttons.Of(language, "追加", "Append"), Buttons.Of(language, "替换", "Replace"), Buttons.Of(language, "用原来的", "Keep the old one"), Buttons.Cancel(language)],
    };
}
