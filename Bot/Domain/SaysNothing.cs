namespace PlanBot.Domain;

/// <summary>Whether a section was filed with nothing to say (无, none so far): as the conversation understands it, so that chat, dashboard and documents count the same problems.</summary>
public delegate bool SaysNothing(string text);
