using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What can be named, the units, and the plans when there are several; and by whom.</summary>
internal sealed record Named(IReadOnlyList<Unit> Units, PlanNames? Plans, Speaker Speaker = Speaker.Unknown);

/// <summary>What a normalised sentence names, which ideas it holds, and how much of it that explains.</summary>
internal sealed class Reading
{
    /// <summary>There where the office speaks, for rules that hold for it alone.</summary>
    public const string OfOffice = "@Office";

    /// <summary>There where a section is asked for in a question's words, which name it not.</summary>
    public const string AsksForSection = "@SectionAsked";

    private readonly HashSet<string> ideas = [];
    private readonly List<(int Place, Evidence Evidence)> evidence = [];
    private readonly Coverage slots;

    private Reading(string plain) => (Coverage, slots) = (new(plain), new(plain));

    public Coverage Coverage { get; }
    public Speaker Speaker { get; private init; }
    public IReadOnlySet<string> Ideas => ideas;
    public IReadOnlyList<PeriodMention> Periods { get; private set; } = [];
    public IReadOnlyList<Guid> Plans { get; private set; } = [];
    public IReadOnlyList<UnitMention> Units { get; private set; } = [];
    /// <summary>What ends as the name of an office does and is none of the units; null when there is a unit, or no such words.</summary>
    public (string Words, Range Where)? UnknownOffice { get; private set; }

    public IReadOnlyList<int> Tasks { get; private set; } = [];
    public string? Subject { get; private set; }
    public bool AllTasks { get; private set; }
    public SectionKind? Section { get; private set; }
    public DateMention? When { get; private set; }
    public int? Days { get; private set; }
    public Reference Refers { get; private set; }

    public IReadOnlyList<Evidence> Evidence => [.. evidence.OrderBy(found => found.Place).Select(found => found.Evidence).Distinct()];

    public static Reading Of(string plain, Named named)
    {
        var reading = new Reading(plain) { Speaker = named.Speaker };
        reading.ReadNames(plain, named);
        return reading;
    }

    private void ReadNames(string plain, Named names)
    {
        var plans = names.Plans?.Find(plain) ?? [];
        Plans = [.. plans.Select(plan => plan.Id).Distinct()];
        foreach (var plan in plans)
            Name("@Plan", plain, plan.Where);
        // 《…》 is a title: its words are neither units nor commands.
        foreach (Match title in Title.Matches(Coverage.Masked()))
            Name("@Plan", plain, title.Index..(title.Index + title.Length));
        var named = UnitNames.Find(Coverage.Masked(), names.Units);
        // culture and tourism: two words for one unit name it once.
        Units = [.. named.Select(unit => unit.Mention).DistinctBy(mention => mention.One is { } one ? one.Id.ToString() : mention.Words)];
        foreach (var unit in named)
            Name("@Unit", plain, unit.Where);
        var tasks = TaskWords.Find(Coverage.Masked());
        Tasks = [.. tasks.Select(task => task.Ordinal).Distinct()];
        foreach (var task in tasks)
            Name("@Task", plain, task.Where);
        foreach (Match address in Address.Matches(Coverage.Masked()))
            Name("@Address", plain, address.Index..(address.Index + address.Length));
        // What names a thing is no command: 交 in 交通委 hands nothing in, 一 in 第一季度 is no task, 月 in 月底 no period.
        var rest = Coverage.Masked();
        var asked = rest;
        if (DateWords.Find(asked) is { } when && !IsPeriod(asked, when.Where))
        {
            When = when.Mention;
            Name("@When", plain, when.Where);
            asked = Coverage.Masked();
        }
        if (DateWords.FindDays(asked) is { } days)
        {
            Days = days.Days;
            Name("@Days", plain, days.Where);
            asked = Coverage.Masked();
        }
        var periods = PeriodWords.FindAll(asked);
        Periods = [.. periods.Select(period => period.Mention).Distinct()];
        foreach (var period in periods)
            Name("@Period", plain, period.Where);
        if (TaskWords.FindAll(plain) is { } all)
        {
            AllTasks = true;
            Name("@AllTasks", plain, all);
        }
        foreach (var (idea, match) in Lexicon.Default.Find(rest))
            Note(idea, match.Value, match.Index..(match.Index + match.Length));
        if (Tasks.Count == 0 && TaskSubjects.FindWords(rest) is { } subject && !NoSubject.IsMatch(subject.Words))
        {
            Subject = subject.Words;
            Name("@Subject", plain, subject.Where);
        }
        else if (Tasks.Count == 0 && names.Speaker == Speaker.Office && TaskSubjects.FindEnglish(rest) is { } english)
        {
            Subject = english.Words;
            Name("@Subject", plain, english.Where);
        }
        var sections = SectionWords.Find(plain, names.Speaker == Speaker.Office).ToList();
        Section = sections.Count > 0 ? sections[0].Kind : null;
        foreach (var section in sections)
            Name("@Section", plain, section.Where);
        if (sections.Exists(section => section.IsQuestion))
            ideas.Add(AsksForSection);
        UnknownOffice = Units.Count > 0 ? null : OfficeWords.Find(plain, Coverage.Masked());
        if (UnknownOffice is { } office)
            slots.Add(office.Where);
        if (names.Speaker == Speaker.Office)
            ideas.Add(OfOffice);
        Refers = ideas.Contains("ThoseUnits") ? Reference.List : ideas.Contains("ThatUnit") ? Reference.Unit : Reference.None;
    }

    /// <summary>一季度末 and 上个月 name periods rather than days.</summary>
    private static bool IsPeriod(string plain, Range where) => PeriodWords.FindAll(plain).Any(period =>
        period.Mention.Reference is PeriodReference.Named or PeriodReference.LastOfPlan && period.Where.Start.Value <= where.Start.Value && period.Where.End.Value >= where.End.Value);

    /// <summary>The sentence with a mark over every unit, period, task and day that it names: what it wants, whoever it is about.</summary>
    public string WithSlots() => slots.Masked();

    private void Name(string idea, string plain, Range where)
    {
        slots.Add(where);
        Note(idea, plain[where], where);
    }

    private void Note(string idea, string words, Range where)
    {
        ideas.Add(idea);
        Coverage.Add(where);
        if (idea != Lexicon.Filler)
            evidence.Add((where.Start.Value, new(idea, words)));
    }

    private static Regex Title => field ??= new("《[^《》]{2,120}》");

    /// <summary>A phone number or a mail address.</summary>
    private static Regex Address => field ??= new(@"(?<![0-9])(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9])|[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+");

    /// <summary>Words before 那项 that are no subject.</summary>
    private static Regex NoSubject => field ??= new("^(?:刚才|上面|下面|前面|后面|剩下|其他|其余|最后|还有|看看|(?:已经?)?(?:交|报|填)(?:了|过|上来|上去|好|完|齐)+|(?:还)?(?:没|未)(?:交|报|填)(?:上来)?|我的?|你的?|他们|我们|请|把|将|就)$");
}

/// <summary>Which characters of an utterance some rule has explained.</summary>
internal sealed class Coverage(string plain)
{
    private const char Mark = '\u00b7';
    private readonly bool[] covered = new bool[plain.Length];

    /// <summary>0 to 1, of the characters that can carry meaning.</summary>
    public double Share
    {
        get
        {
            var (all, explained) = (0, 0);
            for (var i = 0; i < plain.Length; i++)
            {
                if (!char.IsLetterOrDigit(plain[i]))
                    continue;
                all++;
                explained += covered[i] ? 1 : 0;
            }
            return all == 0 ? 0 : (double)explained / all;
        }
    }

    public int Letters => plain.Count(char.IsLetterOrDigit);

    public void Add(Range where)
    {
        var (start, length) = where.GetOffsetAndLength(plain.Length);
        Array.Fill(covered, true, start, length);
    }

    /// <summary>Where the text holds these words, they are explained.</summary>
    public void AddWords(string words)
    {
        if (words.Length > 0 && plain.IndexOf(words, StringComparison.Ordinal) is >= 0 and var start)
            Add(start..(start + words.Length));
    }

    /// <summary>The text with a mark of the same length over what is covered.</summary>
    public string Masked() => string.Create(plain.Length, this, static (text, self) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = self.covered[i] ? Mark : self.Original[i];
    });

    private string Original => plain;

    public string Leftover() => string.Concat(plain.Where((c, i) => !covered[i] && char.IsLetterOrDigit(c)));
}
