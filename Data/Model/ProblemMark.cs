namespace PlanBot.Data.Model;

/// <summary>What is to become of a reported problem. The numbers are stored.</summary>
public enum ProblemMark
{
    /// <summary>继续跟踪: shown apart when the next period is reported.</summary>
    Followed = 1,

    /// <summary>已解决（销号）: no longer among those that are left.</summary>
    Solved = 2,
}
