using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Said before the next question of a report: what was put in, kept or left out on the way.</summary>
public static class ReportNotes
{
    private const int Shown = 200;

    /// <summary>Characters; enough to see what it was.</summary>
    private static int Echoed(Language language) => language == Language.Chinese ? 24 : 48;

    public static string CarriedOver(ReportingPeriod from, IReadOnlyList<int> ordinals, Language language) => language.In(
        $"已把{PeriodNames.Of(from, language)}的内容带入{Tasks(ordinals, language)}，请核对；要改哪一部分请直接说。",
        $"I have filled in the text of {PeriodNames.Of(from, language)} for {Tasks(ordinals, language)}. Please check it and say what to change.");

    public static string NothingToCarry(ReportingPeriod from, IReadOnlyList<int> ordinals, Language language) => language.In(
        $"{Tasks(ordinals, language)}在{PeriodNames.Of(from, language)}没有报过内容，没有可以沿用的，请直接填写。",
        $"Nothing was reported on {Tasks(ordinals, language)} for {PeriodNames.Of(from, language)}, so there is nothing to carry over; please write it.");

    /// <param name="sections">Names of the sections that said so.</param>
    public static string Repeated(IReadOnlyList<string> sections, Language language) => language.In(
        $"{string.Concat(sections.Select(section => $"“{section}”"))}写的是“同上”，已填入上一部分的内容，请核对。",
        $"{string.Join(", ", sections.Select(section => $"\"{section}\""))} said \"as above\"; I have repeated the text of the section before. Please check it.");

    public static string NotFound(string words, Language language) => language.In($"在内容里没有找到“{words}”，没有改动。", $"I cannot find \"{words}\" in the text; nothing was changed.");

    /// <param name="places">Task and section of each place.</param>
    public static string Several(string words, IReadOnlyList<string> places, Language language) => language.In(
        $"“{words}”在{string.Join("、", places)}里都有，没有改动。请说明是哪一处，例如“{places[0]}里的{words}改成……”。",
        $"\"{words}\" stands in {string.Join(", ", places)}; nothing was changed. Please say which one, e.g. \"change {words} to ... in the results\".");

    /// <summary>A number that the unit does not have; what was written for it is kept.</summary>
    public static string NoSuchTask(IEnumerable<int> ordinals, int total, Language language) => language.In(
        $"没有{string.Join("、", ordinals.Select(ordinal => $"第{Numerals.Chinese(ordinal)}项"))}，您单位可填报的共{total}项。写的内容我先留着。",
        $"There is no {string.Join(", ", ordinals.Select(ordinal => $"task {ordinal}"))}: your unit has {total}. What you wrote is kept.");

    public static string LeftOut(IReadOnlyList<int> ordinals, Language language) => language.In(
        $"好的，这次不报{Tasks(ordinals, language)}，其余照旧。", $"All right, {Tasks(ordinals, language)} is left out this time; the rest stays.");

    /// <summary>Asked to file while something is still to be written.</summary>
    /// <param name="sections">Names of the sections without a text.</param>
    public static string StillMissing(IReadOnlyList<string> sections, Language language) => language.In(
        $"还不能报送，{string.Join("、", sections)}还没有填写。", $"It cannot be filed yet: {string.Join(", ", sections)} {(sections.Count == 1 ? "is" : "are")} still to be written.");

    /// <summary>Words that are hardly a text of the section: they are kept, and written only when that is meant.</summary>
    public static Reply Doubtful(string said, string section, Language language) => new(language.In(
        $"这句话还没有记入“{section}”：“{TaskNames.Cut(said, Shown)}”。是要填的内容，还是另有事？要写别的，请填写“{section}”，没有可回复“无”。",
        $"I have not put this into \"{section}\" yet: \"{TaskNames.Cut(said, Shown)}\". Is it the text, or something else? To write something else, please write \"{section}\", or answer \"none\"."))
    {
        Buttons = [Buttons.Of(language, "就是要填的内容", "Put it in"), Buttons.Of(language, "不是，另有事", "No, something else"), Buttons.KeepDraft(language)],
    };

    /// <summary>It was no text, and what is wanted is still to be said.</summary>
    public static string NotWritten(Language language) => language.In(
        "好的，没有记入。要办的事请换个说法，例如“申请延期到周五”“第二项不归我们”“明天上午再提醒我”；填报可以接着写。",
        "All right, it was not put in. Please say it in other words, e.g. \"extend to Friday\", \"task 2 is not ours\", \"remind me tomorrow morning\"; or go on with the report.");

    /// <summary>Asked for what was written, after it was dropped.</summary>
    public static string NothingKept(Language language) => language.In(
        "刚才写的没有草稿，也没有报送：取消时已经去掉。请把内容再发一遍。", "There is no draft of it, and nothing was filed: it was dropped when you cancelled. Please send the text once more.");

    /// <summary>Wished for beside a report: each has its turn when that is done.</summary>
    public static string Afterwards(IReadOnlyList<string> wishes, Language language) => language.In(
        $"{string.Concat(wishes.Select(wish => $"“{TaskNames.Cut(wish, Shown)}”"))}没有写进报告，等报告办完接着办。",
        $"{string.Join(", ", wishes.Select(wish => $"\"{TaskNames.Cut(wish, Shown)}\""))} is not put into the report; it comes next when the report is done.");

    /// <summary>Another task was turned to half-way.</summary>
    public static string KeptForLater(IReadOnlyList<int> ordinals, Language language) => language.In(
        $"{Tasks(ordinals, language)}已写的内容存为草稿，尚未报送。", $"What you wrote on {Tasks(ordinals, language)} is kept as a draft; it is not filed.");

    /// <summary>A yes after words that were not understood.</summary>
    public static string Unread(string said, Language language) => language.In(
        $"先确认一下：刚才这句我没有看懂，没有改动，也还没有报送：“{TaskNames.Cut(said, Shown)}”。就按下面的内容报送，请再回复一次“确认”；要改请说，例如“成效改成……”。",
        $"One moment: I did not understand this, so nothing was changed and nothing is filed yet: \"{TaskNames.Cut(said, Shown)}\". To file the text below as it is, say \"confirm\" once more; to change it, say e.g. \"change results to ...\".");

    /// <summary>这是第三项的: what was written stands under another task now.</summary>
    public static string Moved(IReadOnlyList<int> from, int to, Language language) => language.In(
        $"已把{Tasks(from, language)}的内容移到{TaskNames.Ordinal(to, language)}。", $"I have moved the text of {Tasks(from, language)} to task {to}.");

    public static string MoveWhich(IReadOnlyList<int> from, int to, Language language) => language.In(
        $"请问要把哪一项的内容移到{TaskNames.Ordinal(to, language)}？例如“{TaskNames.Ordinal(from[0], language)}的内容移到{TaskNames.Ordinal(to, language)}”。还没有改动。",
        $"Which text is to go to task {to}? Say e.g. \"move task {from[0]} to task {to}\". Nothing was changed yet.");

    /// <param name="section">Name of the section in which a figure or a day was put right.</param>
    public static string ValueChanged(string section, string old, string now, Language language) => language.In(
        $"已把“{section}”里的“{old}”改为“{now}”。", $"I have changed \"{old}\" to \"{now}\" in \"{section}\".");

    /// <summary>A figure or a day that may stand for any of these.</summary>
    /// <param name="places">Section, the old value as it stands, and words around it.</param>
    public static Reply WhichValue(string now, IReadOnlyList<(string Section, string Old, string Around)> places, Language language) => new(language.In(
        $"请问要把哪一处改成“{now}”？还没有改动。\n{string.Join('\n', places.Select(place => $"{place.Section}：…{place.Around}…"))}",
        $"Which one is to be \"{now}\"? Nothing was changed yet.\n{string.Join('\n', places.Select(place => $"{place.Section}: ...{place.Around}..."))}"))
    {
        Buttons = [.. places.Take(6).Select(place => new ReplyButton(place.Old, language.In($"把{place.Section}里的{place.Old}改成{now}", $"change {place.Old} to {now} in the {place.Section}")))],
    };

    /// <summary>Where the last answer went.</summary>
    /// <param name="texts">Section names and texts.</param>
    public static string Written(IReadOnlyList<(string Section, string Text)> texts, Language language) => language.In("记下了，", "Noted. ")
        + string.Join(language.In("；", "; "), texts.Select(text => $"{text.Section}{language.In("：", ": ")}{TaskNames.Cut(text.Text.ReplaceLineEndings(" "), Echoed(language))}"));

    /// <summary>What a draft holds, before the next question.</summary>
    /// <param name="texts">Section names and texts.</param>
    public static string SoFar(int ordinal, IReadOnlyList<(string Section, string Text)> texts, Language language) => language.In(
        $"{TaskNames.Ordinal(ordinal, language)}草稿里已有：\n{Lines(texts, language)}", $"The draft of task {ordinal} so far:\n{Lines(texts, language)}");

    public static string WhatBelongs(ReportSection section, Language language)
    {
        var name = ReportTexts.SectionName(section, language);
        return section.Kind switch
        {
            SectionKind.Progress => language.In($"“{name}”写本期做了哪些工作、做到哪一步，有数字的写上数字，一两句话就行。", $"\"{name}\": what was done this period and how far it is, with figures where there are some; a sentence or two will do."),
            SectionKind.Problems => language.In($"“{name}”写推进中遇到的困难、需要协调的事，一两句话就行；没有就回复“无”。", $"\"{name}\": what is difficult or needs help from others; a sentence or two will do, or \"none\"."),
            SectionKind.Results => language.In($"“{name}”写工作带来的效果，例如数量、效率、受益面的变化，一两句话就行；没有就回复“无”。", $"\"{name}\": what the work has brought about, such as numbers, time saved, people reached; a sentence or two will do, or \"none\"."),
            SectionKind.NextSteps => language.In($"“{name}”写接下来打算做什么、什么时候完成，一两句话就行；没有就回复“无”。", $"\"{name}\": what comes next and by when; a sentence or two will do, or \"none\"."),
            _ => language.In($"“{name}”写一两句话就行；没有就回复“无”。", $"\"{name}\": a sentence or two will do, or \"none\"."),
        };
    }

    public static string DraftReplaced(IReadOnlyList<int> ordinals, Language language) => language.In(
        $"文件里的内容已代替{Tasks(ordinals, language)}原来的草稿。", $"What stands in the file has replaced your draft for {Tasks(ordinals, language)}.");

    /// <param name="texts">Section names and what the colleague wrote.</param>
    public static string Colleague(string author, int ordinal, DateTimeOffset savedAt, IReadOnlyList<(string Section, string Text)> texts, TimeZoneInfo zone, Language language)
    {
        var written = Lines(texts, language);
        return language.In(
            $"提醒：{author}于{Days.Moment(savedAt, zone)}为{TaskNames.Ordinal(ordinal, language)}存过草稿，内容已带入，您新写的部分会代替它；原草稿另行保留，{author}可以接着写。原草稿：\n{written}",
            $"Note: {author} kept a draft for {TaskNames.Ordinal(ordinal, language)} on {Days.Moment(savedAt, zone)}. It is filled in, and what you write replaces it; {author} can still go on with the original, which reads:\n{written}");
    }

    public static string TakenAsProgress(string section, Language language) => language.In(
        $"已把您写的内容记为“{section}”（草稿，未报送）；不是要填报的话，请回复“取消”。", $"I have taken this as \"{section}\" of your report (a draft, not filed); if you meant something else, say \"cancel\".");

    /// <summary>After the second answer in a row that was not understood.</summary>
    public static Reply WayOut(Language language) => new(language.In(
        "抱歉，还是没有看懂。可以按下面的问题回答；回复“存草稿”先放着，回复“取消”放弃这次填写；也可以先问别的，例如“我的任务”“帮助”。",
        "Sorry, I still do not understand. Answer the question below, say \"keep as draft\" to go on later or \"cancel\" to drop it, or ask something else, such as \"my tasks\" or \"help\"."))
    {
        Buttons = [Buttons.KeepDraft(language), Buttons.Cancel(language), Buttons.Help(language)],
    };

    /// <param name="refusal">Why the form was not taken.</param>
    /// <param name="newer">Section names and texts of the version that counts.</param>
    public static Reply OlderForm(string refusal, int ordinal, int version, IReadOnlyList<(string Section, string Text)> newer, Language language) => new(language.In(
        $"{refusal}\n您在表单里写的内容已另行保留，回复“继续填报”可以接着改。{TaskNames.Ordinal(ordinal, language)}现在的第{version}版：\n{Lines(newer, language)}",
        $"{refusal}\nWhat you typed in the form is kept; say \"continue\" to go on with it. Version {version} of task {ordinal}, as it is now:\n{Lines(newer, language)}"))
    {
        Buttons = [new(language.In("继续填报", "Continue"), language.In("继续填报", "Continue my draft")), Buttons.MyReport(language)],
    };

    private static string Lines(IEnumerable<(string Section, string Text)> texts, Language language) =>
        string.Join('\n', texts.Select(text => $"{text.Section}{language.In("：", ": ")}{TaskNames.Cut(text.Text, Shown)}"));

    /// <summary>Before the open question, when texts from an earlier conversation come up again.</summary>
    public static string Recalled(string beginning, Language language) => language.In(
        $"您之前写的内容还保留着：“{TaskNames.Cut(beginning, Shown)}”。", $"What you wrote earlier is still here: \"{TaskNames.Cut(beginning, Shown)}\".");

    /// <summary>When they can go nowhere any more.</summary>
    public static string CannotPlace(string text, Language language) => language.In($"您之前写的内容如下，供参考：\n{text}", $"What you wrote earlier, for your reference:\n{text}");

    private static string Tasks(IReadOnlyList<int> ordinals, Language language) => string.Join(language.In("、", ", "), ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)));

    /// <summary>What is written was to move to another period, where it cannot stand.</summary>
    public static string NoSuchPeriod(ReportingPeriod period, Language language) => language.In(
        $"{PeriodNames.Of(period, language)}现在不能报这些任务，内容没有移动，仍按下面的报告期。", $"These tasks cannot be reported for {PeriodNames.Of(period, language)} now; the text was not moved and stays with the period below.");

    /// <summary>A yes, while it is not known yet which task the text is for.</summary>
    public static string TaskFirst(Language language) => language.In("还没有报送：请先告诉我是报哪一项的。", "Not filed yet: please tell me first which task it is for.");

    /// <summary>Asked whether it is a correction or early, and neither was said.</summary>
    public static Reply NeitherOfBoth(Language language) => new(language.In(
        "好的，这句话我先放着，已报的内容没有改动，也没有记入下一期。要更正，直接说哪一项改什么，例如“第一项问题改成……”；要提前报下一期，请说“提前报”。",
        "All right, I leave it there: nothing that was filed was changed, and nothing was put into the next period. To correct something, say which task and what, e.g. \"change the problems of task 1 to ...\"; to report early, say \"report early\"."))
    {
        Buttons = [Buttons.MyReport(language), Buttons.MyTasks(language)],
    };

    /// <summary>Said at the summary of other tasks.</summary>
    public static string NothingOfOther(int task, Language language) => language.In(
        $"{Tasks([task], language)}我先不动，没有记入任何内容，仍待报；本季度确实没有进展的，之后说“{Tasks([task], language)}无新进展”即可。先核对下面的内容。",
        $"I leave {Tasks([task], language)} as it is: nothing is recorded for it, and it is still to be reported; if there is nothing new, say \"nothing new on {Tasks([task], language)}\" afterwards. First please check this one.");

    /// <summary>Whether a reason can be given, and where.</summary>
    public static string WhereReason(Language language) => language.In(
        "可以。说“进展改成……”或“问题改成……”，把原因写进去就行，例如“问题改成：受疫情影响未开学”。", "Yes. Say \"change the problems to ...\" or \"change the progress to ...\" and give the reason there.");

    /// <summary>A figure is wrong, and neither which nor what it should be is said.</summary>
    public static Reply WhichFigure(IReadOnlyList<(int Task, string Section, string Around)> places, Language language) => new(language.In(
        $"还没有改动。请问是哪一项、应该是多少？\n{string.Join('\n', places.Select(place => $"{Tasks([place.Task], language)}{place.Section}：{place.Around}"))}\n例如“{Tasks([places[0].Task], language)}，应该是3”。",
        $"Nothing is changed yet. Which task is it, and what should it be?\n{string.Join('\n', places.Select(place => $"{Tasks([place.Task], language)}, {place.Section}: {place.Around}"))}\ne.g. \"{Tasks([places[0].Task], language)}, should be 3\"."));
}
