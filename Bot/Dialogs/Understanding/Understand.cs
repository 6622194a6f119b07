using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Turns an utterance into an intent and what it is about. Pure: rules in, a value out; whether the person may ask is decided elsewhere.</summary>
public static partial class Understand
{
    /// <summary>Longer texts are reports; no command is looked for in them.</summary>
    public const int LongestCommand = 160;

    /// <param name="units">Units that can be meant, in the notice's order.</param>
    public static Understood Utterance(string raw, IReadOnlyList<Unit> units)
    {
        // Words that are to be passed on are no command, and may be longer than any.
        if (NoticeCommand.Split(raw) is { Body.Length: > 0 } notice && Utterance(notice.Head, units) is { Intent: Intent.Broadcast } said)
            return said with { Raw = raw };
        var language = Languages.Of(raw);
        if (raw.Length > LongestCommand * 2 || Spelling.Plain(raw) is not { Length: > 0 and <= LongestCommand } plain)
            return new Understood { Raw = raw, Plain = "", Intent = Intent.None, Confidence = 0, Language = language };

        var covered = new Coverage(plain);
        var period = PeriodWords.Find(plain);
        var named = UnitNames.Find(plain, units);
        var tasks = TaskWords.Find(plain);
        var all = TaskWords.FindAll(plain);
        var sections = SectionWords.Find(plain).ToList();
        foreach (var where in named.Select(unit => unit.Where).Concat(tasks.Select(task => task.Where)))
            covered.Add(where);
        // What names a thing is no command: 交 in 交通委 hands nothing in, 一 in 第一季度 is no task.
        var rest = covered.Masked();
        if (period is { } p)
            covered.Add(p.Where);
        if (all is { } allWhere)
            covered.Add(allWhere);
        var ideas = new HashSet<string>();
        foreach (var (idea, match) in Lexicon.Default.Find(rest))
        {
            ideas.Add(idea);
            covered.Add(match.Index..(match.Index + match.Length));
        }
        foreach (var section in sections)
            covered.Add(section.Where);
        Note("@Period", period is not null);
        Note("@Unit", named.Count > 0);
        Note("@Task", tasks.Count > 0);
        Note("@AllTasks", all is not null);
        Note("@Section", sections.Count > 0);
        var (intent, weight) = IntentRules.Decide(ideas);
        return new Understood
        {
            Raw = raw, Plain = plain, Intent = intent, Confidence = weight * Math.Min(1, covered.Share / 0.8), Language = language,
            Period = period?.Mention, Units = [.. named.Select(unit => unit.Mention)], Tasks = [.. tasks.Select(task => task.Ordinal).Distinct()], AllTasks = all is not null,
            Section = sections.Count > 0 ? sections[0].Kind : null, IsQuestion = ideas.Contains("Question"), EndsAsQuestion = QuestionEnd().IsMatch(plain), Leftover = covered.Leftover(),
        };

        void Note(string idea, bool isThere)
        {
            if (isThere)
                ideas.Add(idea);
        }
    }

    [GeneratedRegex(@"(?:吗|么|呢|(?<=[了过])没有?|没\w没?|\?)$|^(?:did|does|has|have|is|are|when|what|who|which|how)(?= ).{0,60}$")]
    private static partial Regex QuestionEnd();

    /// <summary>Which characters of an utterance some rule has explained.</summary>
    private sealed class Coverage(string plain)
    {
        private readonly bool[] covered = new bool[plain.Length];

        /// <summary>0 to 1, of the characters that can carry meaning.</summary>
        public double Share
        {
            get
            {
                var meaning = Enumerable.Range(0, plain.Length).Where(i => char.IsLetterOrDigit(plain[i])).ToList();
                return meaning.Count == 0 ? 0 : (double)meaning.Count(i => covered[i]) / meaning.Count;
            }
        }

        public void Add(Range where)
        {
            var (start, length) = where.GetOffsetAndLength(plain.Length);
            Array.Fill(covered, true, start, length);
        }

        /// <summary>The text with a mark of the same length over what is covered.</summary>
        public string Masked() => string.Create(plain.Length, this, static (text, self) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = self.covered[i] ? '\u00b7' : self.Original[i];
        });

        private string Original => plain;

        public string Leftover() => string.Concat(plain.Where((c, i) => !covered[i] && char.IsLetterOrDigit(c)));
    }
}
