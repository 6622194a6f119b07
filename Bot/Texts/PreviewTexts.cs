using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>What will be sent at one moment, and to how many.</summary>
public sealed record PreviewLine(DateTimeOffset At, IReadOnlyList<(ReminderKind Kind, int People)> Audiences)
{
    /// <summary>Some of those in the units, with what each will read of; only where they are to be named.</summary>
    public IReadOnlyList<PreviewReader> Readers { get; init; } = [];

    /// <summary>People whom nothing will reach.</summary>
    public int Unreached { get; init; }

    /// <summary>Names of those whom the day's measure of messages makes wait for the next working day.</summary>
    public IReadOnlyList<string> PutOff { get; init; } = [];

    /// <summary>What goes to the coordinators and leaders alone.</summary>
    public PreviewLine ToOffice() => new(At, [.. Audiences.Where(audience => audience.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest)]);
}

/// <param name="Units">With their open tasks; empty for whoever only reads along.</param>
/// <param name="IsUnreached">Known on no channel.</param>
public sealed record PreviewReader(string Name, IReadOnlyList<UnitCount> Units, bool IsUnreached);

/// <summary>What the next reminder steps will send.</summary>
public static class PreviewTexts
{
    /// <summary>People named one by one; beyond, they are only counted.</summary>
    private const int MostNamed = 20;

    /// <param name="at">Null when none is coming up.</param>
    public static string OwnNext(DateTimeOffset? at, bool isLeader, TimeZoneInfo zone, Language language) => (at, isLeader) switch
    {
        (null, _) => language.In("近期没有安排给您的情况通报；随时可以直接问我。", "No digest for you is coming up; ask me whenever you like."),
        (var next, true) => language.In($"下一次给您的情况通报是{Days.Moment(next.Value, zone)}（按目前未报情况预计）；在此之前随时可以问我。", $"Your next digest comes at {Days.Moment(next.Value, zone)}, as things stand now; until then, ask me whenever you like."),
        var (next, _) => language.In($"下一次给您的每日情况是{Days.Moment(next.Value, zone)}（按目前未报情况预计）。", $"Your next daily digest comes at {Days.Moment(next.Value, zone)}, as things stand now."),
    };

    /// <summary>Who gets what, and when: one line for each step, under the first of them the people.</summary>
    /// <param name="notes">What rests now, and who is missing, in words.</param>
    /// <param name="day">The day asked about; null for the next steps.</param>
    /// <param name="sample">What one of them will read; null where the words were not asked for.</param>
    public static string Steps(IReadOnlyList<PreviewLine> steps, IReadOnlyList<string> notes, DateOnly? day, (string Name, string Text)? sample, TimeZoneInfo zone, Language language)
    {
        if (steps.Count == 0)
            return day is { } asked
                ? language.In($"{Days.Full(asked, language)}没有自动提醒。", $"No reminder goes out on {Days.Full(asked, language)}.")
                : language.In("目前没有待发的提醒节点。", "No reminder step is coming up.");
        var lines = new List<string>
        {
            day is { } on
                ? language.In($"{Days.Full(on, language)}的提醒（按目前未报情况预计）：", $"Reminders on {Days.Full(on, language)}, as things stand now:")
                : language.In("接下来的提醒（按目前未报情况预计，已报的不再提醒）：", "The next reminders, as things stand now; whoever reports is left alone:"),
        };
        foreach (var step in steps)
        {
            lines.Add(Line(step, zone, language));
            lines.AddRange(step.Readers.Select(reader => $"· {Reader(reader, language)}"));
            if (step.Readers.Count > 0)
                lines.AddRange(Rest(step, language));
            if (step.PutOff.Count > 0)
                lines.Add(language.In($"· 当天提醒已满、这条顺延到下一个工作日的：{Several(step.PutOff, language)}", $"· has had a day's measure of reminders, so gets this one on the next working day: {Several(step.PutOff, language)}"));
        }
        lines.AddRange(notes);
        if (sample is var (to, text))
            lines.Add(language.In($"内容以发给{to}的为例，各单位列出的是各自未报的任务：\n{text}", $"The words, as {to} will get them; each unit reads of its own open tasks:\n{text}"));
        else
            lines.Add(language.In("想看具体内容，可以问“下一次提醒给……发什么”加单位名称。", "For the words themselves, ask what will be sent to a unit."));
        return string.Join('\n', lines);
    }

    /// <summary>Nothing goes to the units while all reminders rest: said first.</summary>
    /// <param name="others">What goes on meanwhile: the digests.</param>
    public static string AllPaused(IReadOnlyList<PreviewLine> others, IReadOnlyList<string> paused, DateOnly? day, TimeZoneInfo zone, Language language)
    {
        var lines = new List<string>
        {
            day is { } on
                ? language.In($"对，{Days.Full(on, language)}不会给各单位发提醒：提醒已暂停，暂停期间的节点跳过，不补发。", $"Right, nothing goes to the units on {Days.Full(on, language)}: reminders are paused, and steps that fall due meanwhile are skipped, not made up for.")
                : language.In("提醒已暂停，现在不会给各单位发提醒；暂停期间的节点跳过，不补发。", "Reminders are paused: nothing goes to the units, and steps that fall due meanwhile are skipped, not made up for."),
        };
        lines.AddRange(paused);
        if (others.Count > 0)
            lines.Add(language.In("照常发送的只有：", "Only this goes on:"));
        lines.AddRange(others.Select(step => Line(step, zone, language)));
        lines.Add(language.In("要继续提醒，请说“恢复提醒”。", "To go on, say \"resume reminders\"."));
        return string.Join('\n', lines);
    }

    /// <summary>A weekend day that is worked, or a weekday that is not.</summary>
    public static string UnusualDay(DateOnly day, bool isWorked, Language language) => isWorked
        ? language.In($"{Days.Readable(day, language)}是调休上班日，提醒照常发；休息日和节假日不发。", $"{Days.Readable(day, language)} is a make-up working day, so reminders go out; on days off and holidays none does.")
        : language.In($"{Days.Readable(day, language)}是休息日，不发提醒。", $"{Days.Readable(day, language)} is a day off, so no reminder goes out.");

    /// <summary>The messages word for word.</summary>
    public static string Words(string units, IReadOnlyList<(DateTimeOffset SendAt, string To, string Text)> messages, TimeZoneInfo zone, Language language) => string.Join(
        "\n\n", messages.Select(message => language.In(
            $"{Days.Moment(message.SendAt, zone)}将发给{message.To}（{units}）：\n{message.Text}", $"To {message.To} ({units}) at {Days.Moment(message.SendAt, zone)}:\n{message.Text}")));

    public static string NothingFor(string units, Language language) =>
        language.In($"{units}没有待发的提醒：没有未报事项，或近期没有提醒节点。", $"No reminder is coming to {units}: nothing is open, or no step is near.");

    public static ReplyButton PlanButton(Language language) => new(language.In("提醒计划", "Schedule"), language.In("提醒计划", "Reminder schedule"));

    private static string Line(PreviewLine step, TimeZoneInfo zone, Language language)
    {
        var local = TimeZoneInfo.ConvertTime(step.At, zone);
        var moment = $"{Days.Brief(DateOnly.FromDateTime(local.DateTime), language)} {local:HH:mm}";
        var audience = step.Audiences.Count == 0
            ? language.In("没有需要提醒的人", "nobody to remind")
            : string.Join(language.In("；", "; "), step.Audiences.Select(one => Audience(one.Kind, one.People, language)));
        var each = step.Readers.Count > 1 ? language.In("，每人一条，列出各自未报的任务", ", one message each with what is open") : "";
        return language.In($"{moment}：{audience}{each}", $"{moment}: {audience}{each}");
    }

    private static string Reader(PreviewReader reader, Language language)
    {
        var units = string.Join(language.In("、", ", "), reader.Units.Select(unit => language.In($"{unit.UnitName}{unit.Count}项", $"{unit.UnitName}: {unit.Count}")));
        return reader.Name + (units.Length > 0 ? language.In($"（{units}）", $" ({units})") : "") + (reader.IsUnreached ? language.In("，没有绑定聊天账号，收不到", ", bound to no chat account: will not get it") : "");
    }

    /// <summary>Whoever was not named, and how to help those out of reach.</summary>
    private static IEnumerable<string> Rest(PreviewLine step, Language language)
    {
        var count = step.Audiences.Where(audience => audience.Kind is ReminderKind.Step or ReminderKind.Escalation).Sum(audience => audience.People);
        if (count > step.Readers.Count && step.Readers.Count >= MostNamed)
            yield return language.In($"· ……等共{count}人", $"· ... {count} in all");
        if (step.Unreached > 0)
            yield return language.In($"· 其中{step.Unreached}人收不到；说“谁联系不上”，可以拿到转给本人的链接", $"· {step.Unreached} of them will not get it; ask \"who cannot be reached\" for links to pass on");
    }

    private static string Several(IReadOnlyList<string> names, Language language) =>
        string.Join(language.In("、", ", "), names.Take(MostNamed)) + (names.Count > MostNamed ? language.In($"等共{names.Count}人", $" and others, {names.Count} in all") : "");

    private static string Audience(ReminderKind kind, int people, Language language) => kind switch
    {
        ReminderKind.Step => language.In($"提醒联络员{people}人", $"reminder to {Contacts(people)}"),
        ReminderKind.Escalation => language.In($"逾期升级提醒{people}人（联络员、备用联络员、单位负责人、管理员）", $"escalation to {People(people)} (contacts, backups, unit leaders, coordinators)"),
        ReminderKind.CoordinatorDigest => language.In($"管理员当日情况{people}人", $"digest to {people} coordinator{(people == 1 ? "" : "s")}"),
        ReminderKind.LeaderDigest => language.In($"分管领导情况通报{people}人", $"digest to {people} leader{(people == 1 ? "" : "s")}"),
        _ => language.In($"消息{people}人", $"message to {People(people)}"),
    };

    private static string Contacts(int count) => count == 1 ? "1 contact" : $"{count} contacts";

    private static string People(int count) => count == 1 ? "1 person" : $"{count} people";
}
