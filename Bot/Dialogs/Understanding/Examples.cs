using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Sentences whose meaning is known, from <c>Rules/Examples</c> and <c>Rules/meanings.txt</c>, and what was learnt from them.</summary>
internal static class Examples
{
    /// <summary>A contact's text that is no command.</summary>
    public const string Report = LabelledUtterance.Report;

    /// <summary>Beside the program: what the build learnt, so that no start of the program need learn it again.</summary>
    public const string FileName = "understanding.model";

    private static readonly Lazy<Learnt> Loaded = new(() => Learnt.Read(Path.Combine(AppContext.BaseDirectory, FileName)) ?? Learn());

    public static Learnt Default => Loaded.Value;

    /// <summary>The same every time; takes some seconds, fewer where <paramref name="kept"/> holds what was learnt from the same sentences.</summary>
    public static Learnt Learn(string? kept = null) => Learnt.From([.. Sentences().AsParallel().AsOrdered().Select(known => (known.Meaning, Traits.Of(Reading.Of(Spelling.Plain(known.Said), new(Offices, null, known.Speaker)))))], kept);

    /// <summary>Units of the examples' own, so that they serve every office: 某局 and acme stand for any, and every usual name is known to name one.</summary>
    private static Unit[] Offices { get; } =
    [
        new() { Id = Guid.Empty, Name = "某局", Aliases = ["acme"], Kind = UnitKind.Unit },
        .. RuleFile.Pairs("short-names.txt").Select(pair => new Unit { Id = Guid.CreateVersion7(), Name = $"市{pair.Right.Split('|')[0]}局", Kind = UnitKind.Unit }),
    ];

    private static IEnumerable<(Speaker Speaker, string Meaning, string Said)> Sentences() =>
    [
        .. Of(Speaker.Office, "examples-office.txt"), .. Of(Speaker.Unit, "examples-units.txt"), .. Of(Speaker.Unknown, "examples-anybody.txt"),
        .. Meanings.Known.SelectMany(intent => new[] { (Language.Chinese, "某局"), (Language.English, "acme") }.Select(names => (Speaker.Unknown, intent.ToString(), Meanings.Describe(intent, names.Item1, names.Item2)))),
    ];

    /// <summary>Under the name of each meaning its sentences, one a line.</summary>
    private static IEnumerable<(Speaker Speaker, string Meaning, string Said)> Of(Speaker speaker, string file)
    {
        var meaning = "";
        foreach (var line in RuleFile.Lines(file))
        {
            if (line[0] == '[' && line[^1] == ']')
                meaning = line[1..^1];
            else
                yield return (speaker, meaning, line);
        }
    }
}
