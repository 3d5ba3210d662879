using System.Text;
using Microsoft.Playwright;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Résumés that the tests make themselves.</summary>
public static class Resumes
{
    /// <summary>A small PDF of one page, a line of text each.</summary>
    public static FilePayload Pdf(string name, params string[] lines)
    {
        var text = new StringBuilder("BT /F1 11 Tf 56 780 Td 16 TL\n");
        foreach (var line in lines)
        {
            text.Append('(').Append(line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(") Tj T*\n");
        }

        text.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Encoding.Latin1.GetBytes(pdf.ToString()) };
    }

    /// <summary>A text file; for what a PDF of ours cannot draw.</summary>
    public static FilePayload Plain(string name, params string[] lines) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)) };

    public static FilePayload English(Player who) => Pdf(
        "resume.pdf", who.Name, $"{who.Email}   +49 30 5550 1234", "", "Experience", "Senior Machine Learning Engineer, Northwind Inference, 2021 - present",
        "Built the training platform for models on 512 accelerators with PyTorch and Kubernetes.", "Cut the time of one evaluation run by 40 percent.", "",
        "Education", "MSc Computer Science, TU Berlin, 2017", "", "Skills", "Python, PyTorch, CUDA, Kubernetes, distributed training");

    public static FilePayload Chinese(Player who) => Plain(
        "简历.txt", $"姓名：{who.Name}", $"邮箱：{who.Email}", "电话：138 0013 8000", "", "工作经历", "2021.03 - 至今　星河智能　高级机器学习工程师",
        "使用 PyTorch 和 Kubernetes 搭建 512 卡训练平台，评测耗时降低 40%。", "", "教育背景", "2014.09 - 2017.06　清华大学　计算机科学　硕士", "", "技能", "Python、PyTorch、CUDA、Kubernetes、分布式训练");
}
