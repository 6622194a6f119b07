namespace PlanBot.Texts;

/// <summary>What the command line says of a command that it cannot carry out; one line in both languages.</summary>
public static class CommandTexts
{
    public static string Unknown(string word) =>
        $"没有“{word}”这个命令或参数，用法见 planbot --help。 There is no command or argument \"{word}\"; see planbot --help.";

    /// <param name="detail">The parser's own sentence.</param>
    public static string Incomplete(string detail) => $"命令不完整或有误，用法见 planbot --help。 {detail} See planbot --help.";
}
