namespace PlanBot.Domain;

/// <summary>Names of files, as people give them and as any system can keep them.</summary>
public static class FileNames
{
    private const int Longest = 120;

    private static readonly char[] Forbidden = ['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u200e', '\u200f'];

    /// <summary>Without folders, control characters, signs that some system forbids, and those that turn the reading direction; never blank.</summary>
    public static string Safe(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !Forbidden.Contains(c))).Trim(' ', '.');
        if (safe.Length > Longest)
        {
            var ending = safe.LastIndexOf('.') is var dot && dot > safe.Length - 10 ? safe[dot..] : "";
            safe = safe[..(Longest - ending.Length)] + ending;
        }
        return safe.Length == 0 ? "file" : safe;
    }
}
