namespace PlanBot.Texts;

/// <summary>Language of a text for a person; stored as zh and en.</summary>
public enum Language
{
    Chinese = 1,
    English = 2,
}
