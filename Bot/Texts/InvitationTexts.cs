namespace PlanBot.Texts;

/// <summary>What <c>coordinator add</c> prints around the link.</summary>
public static class InvitationTexts
{
    public const string NoName = "请写上姓名，如 planbot coordinator add 王芳。 Give a name, e.g. planbot coordinator add 王芳.";

    public static string LongName(int most) => $"姓名最多 {most} 个字。 A name has at most {most} characters.";

    public static string Added(string name, int hours) =>
        $"已添加牵头部门管理员{name}。请把下面的链接只交给本人，{hours} 小时内有效，只能用一次。 {name} is a coordinator now. Give them this link; it works once, within {hours} hours:";
}
