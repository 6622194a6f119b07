namespace PlanBot.Data.Model;

/// <summary>How often a plan is reported on (报送频次). The numbers are stored.</summary>
public enum Frequency
{
    Weekly = 1,
    TenDay = 2,
    Monthly = 3,
    Quarterly = 4,
    HalfYearly = 5,
    Yearly = 6,
    Once = 7,
}
