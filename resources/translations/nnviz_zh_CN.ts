<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <location filename="../../nnviz/views/setup/about.py" line="21" />
        <source>What to look for</source>
        <translation>看点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/about.py" line="23" />
        <source>Show or hide the scenario's text</source>
        <translation>显示或隐藏场景说明</translation>
    </message>
</context><context>
    <name>Actions</name>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="68" />
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="43" />
        <source>&amp;Line</source>
        <translation>一行(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="44" />
        <source>Run the next line of the update</source>
        <translation>运行这次更新的下一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="51" />
        <source>&amp;Update</source>
        <translation>一次更新(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="52" />
        <source>Run to the end of the update: one change of the parameters</source>
        <translation>运行到这次更新结束：参数改变一次</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="59" />
        <source>&amp;Epoch</source>
        <translation>一轮(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="60" />
        <source>Run to the end of the pass over the training data</source>
        <translation>运行到训练数据全部用过一遍</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="67" />
        <source>Into a loo&amp;p</source>
        <translation>进入循环(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="68" />
        <source>In your own code: go into the loop over cells that has just run</source>
        <translation>在你自己的代码里：进入刚运行完的逐元素循环</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="74" />
        <source>Yours, ri&amp;ght, difference</source>
        <translation>你的、正确的、差值(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="75" />
        <source>In your own code: show the right numbers, the differences, or your own again</source>
        <translation>在你自己的代码里：显示正确的数、差值，或再显示你自己的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="81" />
        <source>Line &amp;back</source>
        <translation>后退一行(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="82" />
        <source>Go back by one line, exactly to what was there</source>
        <translation>后退一行，与当时的状态完全相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="89" />
        <source>Update b&amp;ack</source>
        <translation>后退一次更新(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="90" />
        <source>Go back to the end of the previous update</source>
        <translation>回到上一次更新结束时</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="97" />
        <source>Epoch ba&amp;ck</source>
        <translation>后退一轮(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="98" />
        <source>Go back to the end of the previous pass over the training data</source>
        <translation>回到上一轮训练数据用完时</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="105" />
        <source>&amp;Newest</source>
        <translation>回到最新(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="106" />
        <source>Return from the past to the end of the run</source>
        <translation>从过去回到运行的末端</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="113" />
        <source>Go to an up&amp;date…</source>
        <translation>转到某次更新…(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="114" />
        <source>Type the update to go to: 1234, +100, -100, or e12 for the end of epoch 12</source>
        <translation>输入要到达的更新：1234、+100、-100，或 e12（第 12 轮之末）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="120" />
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="121" />
        <source>Run updates until paused</source>
        <translation>连续运行更新，直到暂停</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="128" />
        <source>Run bac&amp;k</source>
        <translation>往回运行(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="129" />
        <source>Run backward to where a breakpoint last held</source>
        <translation>往回运行，直到上一处满足断点的地方</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="135" />
        <source>&amp;Toggle breakpoint</source>
        <translation>设置或取消断点(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="136" />
        <source>Toggle a breakpoint on the selected line, or on the lit line</source>
        <translation>在选中的行（否则在点亮的行）设置或移除断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="142" />
        <source>S&amp;witch breakpoint on or off</source>
        <translation>停用或启用断点(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="143" />
        <source>Disable the breakpoint on the selected or lit line without removing it, or enable it again</source>
        <translation>保留所选或高亮那一行的断点，但不再停下；再按则恢复</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="151" />
        <source>Clear breakpo&amp;ints</source>
        <translation>清除断点(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="152" />
        <source>Remove all breakpoints</source>
        <translation>取消所有断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="158" />
        <source>Watch the selected nu&amp;mber</source>
        <translation>监视所选的数(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="159" />
        <source>Chart the selected cell over the whole run, including the past</source>
        <translation>把所选的格在整个运行中画成曲线，包括以前的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="165" />
        <source>Re&amp;start</source>
        <translation>重新开始(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="166" />
        <source>Go back to the start, with the same initial weights</source>
        <translation>回到起点，初始权重不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="173" />
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="174" />
        <source>Undo the last change of data or settings</source>
        <translation>撤销上一次对数据或设置的修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="181" />
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="182" />
        <source>Redo the undone change</source>
        <translation>重做被撤销的修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="189" />
        <source>&amp;Setup</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="190" />
        <source>Open or close the drawer with data, network and training settings</source>
        <translation>打开或收起数据、网络和训练的设置抽屉</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="196" />
        <source>Select &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="197" />
        <source>Let the views follow the line that has just run</source>
        <translation>让各视图跟随刚运行的那一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="204" />
        <source>Pu&amp;blished examples</source>
        <translation>已发表的示例(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="205" />
        <source>Worked examples from books and articles, with their authors' figures beside ours</source>
        <translation>书和文章中的示例，作者给出的数与这里的数并列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="212" />
        <source>Com&amp;pare</source>
        <translation>对比(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="213" />
        <source>Train other sessions together with this one, on the same axes</source>
        <translation>在这个会话旁边训练其他会话，画在同一坐标上</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="218" />
        <source>&amp;Open…</source>
        <translation>打开…(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="219" />
        <source>Open a session or a scenario</source>
        <translation>打开会话或场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="225" />
        <source>Open da&amp;ta…</source>
        <translation>打开数据…(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="226" />
        <source>Open samples from a CSV, TSV, NPZ, NPY or IDX file</source>
        <translation>从 CSV、TSV、NPZ、NPY 或 IDX 文件读取样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="232" />
        <source>&amp;Draw your own data</source>
        <translation>绘制自己的数据(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="233" />
        <source>Start with an empty plane, and draw samples with the mouse</source>
        <translation>从空白平面开始，用鼠标绘制样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="238" />
        <source>&amp;Paste data</source>
        <translation>粘贴数据(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="239" />
        <source>Open samples copied from a spreadsheet, or a copied link of nnviz</source>
        <translation>打开从电子表格复制的样本，或复制的 nnviz 链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="245" />
        <source>Open Play&amp;ground link…</source>
        <translation>打开 Playground 链接…(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="246" />
        <source>Open a TensorFlow Playground link, and see how much of it is carried over</source>
        <translation>打开 TensorFlow Playground 的链接，并看到其中哪些被沿用</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="251" />
        <source>Copy lin&amp;k</source>
        <translation>复制链接(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="252" />
        <source>Copy this scenario as a link of some hundred characters, which nnviz opens</source>
        <translation>将此场景复制为几百个字符的链接，可由 nnviz 打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="257" />
        <source>Copy as Playground &amp;link</source>
        <translation>复制为 Playground 链接(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="258" />
        <source>Copy a TensorFlow Playground link of this scenario, and say what differs there</source>
        <translation>复制本场景的 TensorFlow Playground 链接，并说明在那里有何不同</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="263" />
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="264" />
        <source>Save the session: the run with its edits and branches, so that it can be resumed</source>
        <translation>保存会话：运行连同其修改和分支，以便以后继续</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="272" />
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="273" />
        <source>Save the session under another name</source>
        <translation>用另一个名字保存会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="279" />
        <source>&amp;Scenario, initial weights…</source>
        <translation>场景，初始权重…(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="280" />
        <source>Save data, network and settings as a scenario file that begins as this run did</source>
        <translation>将数据、网络和设置保存为场景文件，从本次运行的起点开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="285" />
        <source>Scenario, &amp;trained weights…</source>
        <translation>场景，当前权重…(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="286" />
        <source>Save a scenario file that begins with the weights of this moment</source>
        <translation>保存以此刻的权重为起点的场景文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="290" />
        <source>&amp;numpy script…</source>
        <translation>numpy 脚本…(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="291" />
        <source>Save a script that trains with numpy alone and prints the same losses</source>
        <translation>保存只用 numpy 训练并打印相同损失的脚本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="295" />
        <source>&amp;PyTorch script…</source>
        <translation>PyTorch 脚本…(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="296" />
        <source>Save a script that trains with PyTorch and prints the same losses</source>
        <translation>保存用 PyTorch 训练并打印相同损失的脚本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="300" />
        <source>N&amp;otebook…</source>
        <translation>Jupyter 笔记本…(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="301" />
        <source>Save the numpy script as a notebook, in cells</source>
        <translation>将 numpy 脚本分单元格保存为笔记本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="305" />
        <source>&amp;Receipt of this update…</source>
        <translation>本次更新的清单…(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="306" />
        <source>Save every line of the update with its numbers: Markdown, LaTeX, HTML or JSON</source>
        <translation>保存本次更新的每一行及其数值：Markdown、LaTeX、HTML 或 JSON</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="310" />
        <source>&amp;Loss curve…</source>
        <translation>损失曲线…(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="311" />
        <source>Save the losses and accuracies of this branch as a table</source>
        <translation>将该分支的损失和准确率保存为表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="315" />
        <source>&amp;Answers for all samples…</source>
        <translation>所有样本的输出…(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="316" />
        <source>Save every sample and what the network answers as a table</source>
        <translation>将每个样本及网络的输出保存为表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="320" />
        <source>&amp;Confusion table…</source>
        <translation>混淆矩阵…(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="321" />
        <source>Save how often each class is taken for each</source>
        <translation>保存每个类别被判为各类别的次数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="325" />
        <source>&amp;Weights and gradients…</source>
        <translation>权重和梯度…(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="326" />
        <source>Save every array of this update for numpy, with all digits</source>
        <translation>以 numpy 格式保存本次更新的所有数组，含全部数位</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="330" />
        <source>Save &amp;picture…</source>
        <translation>保存图片…(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="331" />
        <source>Save the window as a PNG picture</source>
        <translation>把窗口保存为 PNG 图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="337" />
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="338" />
        <source>Close nnviz</source>
        <translation>关闭 nnviz</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="344" />
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="345" />
        <source>Run more updates per second</source>
        <translation>每秒运行更多次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="351" />
        <source>Sl&amp;ower</source>
        <translation>减慢(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="352" />
        <source>Run fewer updates per second</source>
        <translation>每秒运行更少次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="358" />
        <source>Samples as &amp;rows (X · W + b)</source>
        <translation>样本按行排列（X · W + b）(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="359" />
        <source>Write the program for samples as rows, as scikit-learn and Keras do</source>
        <translation>程序按“一行一个样本”书写，与 scikit-learn、Keras 一致</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="365" />
        <source>Shapes of every l&amp;ine</source>
        <translation>每一行都显示形状(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="366" />
        <source>Write the shapes under every line of the program, not only under the lit one</source>
        <translation>在程序的每一行下面写出形状，而不只是高亮行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="371" />
        <source>The document's own &amp;symbols</source>
        <translation>使用原文的符号(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="372" />
        <source>Write symbols as the scenario's source document does</source>
        <translation>按场景出处的原文书写符号</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="377" />
        <source>&amp;Motion</source>
        <translation>动画(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="378" />
        <source>Show what a line does as a motion along the edges of the network</source>
        <translation>以沿网络连线的动画显示一行的作用</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="383" />
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="384" />
        <source>Fill the screen, with larger text for a projector</source>
        <translation>全屏显示，放大文字，适合投影</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="390" />
        <source>Reset the l&amp;ayout</source>
        <translation>恢复布局(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="391" />
        <source>Show every panel at its original place</source>
        <translation>让所有面板回到最初的位置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="396" />
        <source>Next pa&amp;nel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="397" />
        <source>Move the keyboard to the next panel</source>
        <translation>把键盘焦点移到下一个面板</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="403" />
        <source>Pre&amp;vious panel</source>
        <translation>上一个面板(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="404" />
        <source>Move the keyboard to the panel before</source>
        <translation>把键盘焦点移到上一个面板</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="410" />
        <source>&amp;Gradient check</source>
        <translation>梯度检查(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="411" />
        <source>Check the update's gradients against central differences, and what it changed</source>
        <translation>用中心差分核对这次更新的梯度，并核对它改变了什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="417" />
        <source>&amp;Mistakes…</source>
        <translation>错误…(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="418" />
        <source>Read about known mistakes, and make them on purpose</source>
        <translation>了解已知的错误，并故意制造它们</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="423" />
        <source>&amp;Break something</source>
        <translation>弄坏一处(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="424" />
        <source>Make a mistake without saying which: find it with the debugger</source>
        <translation>制造一个错误，但不说是哪个：用调试器找出来</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="429" />
        <source>Give &amp;up</source>
        <translation>放弃(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="430" />
        <source>Reveal the hidden mistake</source>
        <translation>说出藏着的是哪个错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="436" />
        <source>&amp;Debug my code…</source>
        <translation>调试我的代码…(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="437" />
        <source>Run your own script, find its first wrong line, and step through it</source>
        <translation>运行你自己的脚本，找出第一处错误的行，并单步走过它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="443" />
        <source>Check my &amp;code…</source>
        <translation>检查我的代码…(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="444" />
        <source>Run your own backprop() in a separate process and compare it line by line</source>
        <translation>在单独的进程中运行你自己的 backprop()，并逐行核对</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="449" />
        <source>Map of two &amp;settings</source>
        <translation>两项设置的扫描图(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="450" />
        <source>Train the scenario for each pair of values of two settings: where does it fail?</source>
        <translation>对两项设置的每一对取值训练这个场景：在哪里会失败？</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="456" />
        <source>Show the &amp;introduction again</source>
        <translation>再次显示入门演示(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="457" />
        <source>XOR, from one update line by line to four samples of four</source>
        <translation>异或：从逐行执行一次更新，到四个样本全部正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="462" />
        <source>&amp;Keys and words</source>
        <translation>按键与术语(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/action_rows.py" line="463" />
        <source>Show the keys and what the words mean</source>
        <translation>显示按键说明和术语解释</translation>
    </message>
</context><context>
    <name>App</name>
    <message>
        <location filename="../../nnviz/app/application.py" line="246" />
        <source>Use system setting</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="246" />
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="246" />
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="271" />
        <source>The translation into %1 cannot be read; the window is in English.</source>
        <translation>无法读取%1译文；窗口以英文显示。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="276" />
        <source>The remembered layout of the panels is damaged; the first one is shown.</source>
        <translation>保存的面板布局已损坏；显示初始布局。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="376" />
        <source>What your code did cannot be changed here: “Open as scenario” makes a session of it that can.</source>
        <translation>你的代码做过的事在这里不能更改：用“作为场景打开”可以得到能更改的会话。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="495" />
        <source>The link is copied: %1 characters. nnviz opens it, also from the clipboard (Ctrl+Shift+V).</source>
        <translation>链接已复制：%1 个字符。nnviz 可打开它，也可从剪贴板打开（Ctrl+Shift+V）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/application.py" line="508" />
        <source>The Playground link is copied.</source>
        <translation>Playground 链接已复制。</translation>
    </message>
</context><context>
    <name>AxisRow</name>
    <message>
        <location filename="../../nnviz/views/map/axis_row.py" line="83" />
        <location filename="../../nnviz/views/map/axis_row.py" line="56" />
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/axis_row.py" line="84" />
        <location filename="../../nnviz/views/map/axis_row.py" line="56" />
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/axis_row.py" line="85" />
        <location filename="../../nnviz/views/map/axis_row.py" line="57" />
        <source>Number of values</source>
        <translation>取多少个值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/axis_row.py" line="59" />
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/axis_row.py" line="61" />
        <source>Multiply each value by a factor to get the next one, instead of adding a difference</source>
        <translation>每个值是前一个乘以一个倍数，而不是加上一个差</translation>
    </message>
</context><context>
    <name>BatchRow</name>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="45" />
        <location filename="../../nnviz/views/setup/batch_row.py" line="44" />
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="46" />
        <source>How many samples one update sees: all the training samples, some, or one.</source>
        <translation>一次更新用多少个样本：全部训练样本、一部分，或只有一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="49" />
        <source>“full”, or a whole number, 1 or more</source>
        <translation>“全部”，或不小于 1 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="100" />
        <source>full, {number}</source>
        <translation>全部，{number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="111" />
        <source>full</source>
        <translation>全部</translation>
    </message>
</context><context>
    <name>Boundary</name>
    <message>
        <location filename="../../nnviz/views/plots/predictions/confusion.py" line="76" />
        <source>class %1, predicted %2: %3 samples; click to select the next one</source>
        <translation>类别 %1 判为 %2：共 %3 个；点击依次选择</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/plots/predictions/confusion.py" line="117" />
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/scatter.py" line="85" />
        <location filename="../../nnviz/views/plots/predictions/confusion.py" line="122" />
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/plots/predictions/text.py" line="45" />
        <source>%1 = %2, scaled %3</source>
        <translation>%1 = %2，缩放后 %3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="74" />
        <source>Add sample %1</source>
        <translation>添加样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="80" />
        <source>Draw samples: %1</source>
        <translation>绘制样本：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="91" />
        <source>Move sample %1</source>
        <translation>移动样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="97" />
        <source>Relabel sample %1</source>
        <translation>改变样本 %1 的类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="103" />
        <source>Remove sample %1</source>
        <translation>删除样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="19" />
        <source>hatched: not a number</source>
        <translation>斜线处不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="21" />
        <source>%1 of %2 samples drawn</source>
        <translation>画出 %2 个样本中的 %1 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="26" />
        <source>no samples in view · press 0 to show all</source>
        <translation>视野内没有样本 · 按 0 显示全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="28" />
        <source>samples outside: %1</source>
        <translation>视野外的样本：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="53" />
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="58" />
        <source>accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="61" />
        <source>test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="63" />
        <source>after update %1</source>
        <translation>第 %1 次更新后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="72" />
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="117" />
        <source>not computed yet in this update</source>
        <translation>这次更新尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="126" />
        <source>with the current parameters: %1</source>
        <translation>按当前参数：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="130" />
        <source>misclassified</source>
        <translation>分类错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="136" />
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="138" />
        <source>(test)</source>
        <translation>（测试）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="175" />
        <source>x: %1 inputs</source>
        <translation>x：%1 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="183" />
        <source>y: class %1</source>
        <translation>y：类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/texts.py" line="197" />
        <source>answer: class %1</source>
        <translation>预测：类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/scatter.py" line="71" />
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/scatter.py" line="88" />
        <source>%1 of the sample's class</source>
        <translation>样本所属类别的 %1</translation>
    </message>
</context><context>
    <name>BoundaryPanel</name>
    <message>
        <location filename="../../nnviz/views/window/panel_rows.py" line="52" />
        <location filename="../../nnviz/views/boundary/panel.py" line="144" />
        <location filename="../../nnviz/views/boundary/panel.py" line="138" />
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="142" />
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="146" />
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="146" />
        <source>Fitted surface</source>
        <translation>拟合曲面</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="154" />
        <source>Add, move, relabel and remove samples with the mouse; Undo reverts it</source>
        <translation>用鼠标添加、移动、删除样本或改变类别；可以撤销</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="156" />
        <source>Samples with more than two inputs have no place on the plot and cannot be edited here</source>
        <translation>样本的输入多于两个，无法在图上定位，所以不能在这里编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="203" />
        <source>Not added: a new sample here would have no target.</source>
        <translation>没有添加：在这里新增的样本没有目标值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="223" />
        <source>Not relabelled: these samples have targets, not classes.</source>
        <translation>没有改变类别：这些样本只有目标值，没有类别。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="240" />
        <source>Select a sample first: click it, or press ↑ or ↓.</source>
        <translation>请先选择样本：点击它，或按 ↑ ↓。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="252" />
        <source>Not possible: %1</source>
        <translation>无法做到：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="261" />
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="261" />
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="264" />
        <source>Show only the decision, in full colours on either side of the boundary</source>
        <translation>只显示判定结果：分界两侧用纯色</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="265" />
        <source>Only the decision</source>
        <translation>只显示判定</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="267" />
        <source>Show the test samples (hollow), which are not used for training</source>
        <translation>显示测试样本（空心），它们不用于训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="268" />
        <source>Test samples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="269" />
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context><context>
    <name>BranchList</name>
    <message>
        <location filename="../../nnviz/views/history/branch_list.py" line="62" />
        <source>Branches; Enter goes to one, F2 renames it, Delete discards it</source>
        <translation>分支；Enter 转到，F2 改名，Delete 丢弃</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/branch_list.py" line="226" />
        <source>Draw it on the loss plot</source>
        <translation>画在损失图上</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/branch_list.py" line="227" />
        <source>Enter goes to it · F2 renames · Delete discards</source>
        <translation>Enter 转到 · F2 改名 · Delete 丢弃</translation>
    </message>
</context><context>
    <name>BranchMenu</name>
    <message>
        <location filename="../../nnviz/views/history/branch_menu.py" line="28" />
        <source>&amp;Go to branch	Enter</source>
        <translation>转到分支(&amp;G)	Enter</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/branch_menu.py" line="29" />
        <source>&amp;Rename	F2</source>
        <translation>改名(&amp;R)	F2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/branch_menu.py" line="30" />
        <source>Draw on the &amp;loss plot</source>
        <translation>画在损失图上(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/branch_menu.py" line="32" />
        <source>&amp;Discard	Del</source>
        <translation>丢弃(&amp;D)	Del</translation>
    </message>
</context><context>
    <name>BranchRenaming</name>
    <message>
        <location filename="../../nnviz/views/history/branch_renaming.py" line="99" />
        <source>A branch must have a name</source>
        <translation>分支必须有名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/branch_renaming.py" line="101" />
        <source>Another branch has this name</source>
        <translation>另一个分支已有这个名字</translation>
    </message>
</context><context>
    <name>Branches</name>
    <message>
        <location filename="../../nnviz/views/translation.py" line="15" />
        <source>branch %1</source>
        <translation>分支 %1</translation>
    </message>
</context><context>
    <name>BranchesMenu</name>
    <message>
        <location filename="../../nnviz/views/window/branches_menu.py" line="31" />
        <source>Branc&amp;hes</source>
        <translation>分支(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/branches_menu.py" line="32" />
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/branches_menu.py" line="50" />
        <source>%1 · %2 updates</source>
        <translation>%1 · %2 次更新</translation>
    </message>
</context><context>
    <name>Breadcrumbs</name>
    <message>
        <location filename="../../nnviz/views/inspector/breadcrumbs.py" line="108" />
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/breadcrumbs.py" line="109" />
        <source>Back (Alt+Left)</source>
        <translation>返回（Alt+Left）</translation>
    </message>
</context><context>
    <name>BreakpointRow</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/row.py" line="52" />
        <source>Whether runs stop here</source>
        <translation>运行是否在此停下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/row.py" line="56" />
        <source>Remove this breakpoint</source>
        <translation>取消这个断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/row.py" line="61" />
        <source>Go to where it last stopped a run</source>
        <translation>转到它上次使运行停下的地方</translation>
    </message>
</context><context>
    <name>BreakpointsPanel</name>
    <message>
        <location filename="../../nnviz/views/window/panel_rows.py" line="56" />
        <location filename="../../nnviz/views/breakpoints/panel.py" line="51" />
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/panel.py" line="59" />
        <source>No other breakpoints. Click beside a line of the program, or add a condition.</source>
        <translation>还没有别的断点。点击程序某一行的左侧，或添加一个条件。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/panel.py" line="106" />
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
</context><context>
    <name>Caption</name>
    <message>
        <location filename="../../nnviz/views/window/caption.py" line="51" />
        <source>Watch</source>
        <translation>观看</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/caption.py" line="52" />
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/caption.py" line="53" />
        <source>Debug my own code</source>
        <translation>调试我的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/caption.py" line="56" />
        <source>See XOR being learned, from the start</source>
        <translation>从头观看学习异或的过程</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/caption.py" line="57" />
        <source>Take over: → runs one line, ← goes back</source>
        <translation>由你控制：→ 运行一行，← 后退</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/caption.py" line="58" />
        <source>Paste or drop a script of yours, and see its first wrong line</source>
        <translation>粘贴或拖入你的脚本，查看第一处错误的行</translation>
    </message>
</context><context>
    <name>CellEditor</name>
    <message>
        <location filename="../../nnviz/views/widgets/cell_editor.py" line="201" />
        <source>“%1” is not a finite number. Accepted: numbers like 0.5, 0,5, 1/3 and 1e-3</source>
        <translation>“%1”不是有限数。可接受：0.5、0,5、1/3、1e-3 这样的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/cell_editor.py" line="203" />
        <source>The field is empty. Accepted: numbers like 0.5, 0,5, 1/3 and 1e-3</source>
        <translation>没有数。可接受：0.5、0,5、1/3、1e-3 这样的数</translation>
    </message>
</context><context>
    <name>CellMenu</name>
    <message>
        <location filename="../../nnviz/views/matrices/menu.py" line="59" />
        <source>Copy %1 as numpy</source>
        <translation>复制 %1 为 numpy 代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/menu.py" line="60" />
        <source>Copy %1 as tab-separated values</source>
        <translation>复制 %1 为制表符分隔的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/menu.py" line="61" />
        <source>Copy this number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/menu.py" line="68" />
        <source>Edit %1…</source>
        <translation>编辑 %1…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/menu.py" line="68" />
        <source>Edit %1… (not a parameter)</source>
        <translation>编辑 %1…（它不是参数）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/menu.py" line="69" />
        <source>Set %1 to 0</source>
        <translation>把 %1 设为 0</translation>
    </message>
</context><context>
    <name>CheckBadge</name>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="57" />
        <location filename="../../nnviz/views/checks/badge.py" line="31" />
        <source>check</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="62" />
        <source>Gradient check: the largest relative error between the gradients and central differences, %1</source>
        <translation>梯度检验：梯度与中心差分之间的最大相对误差，%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="65" />
        <source>The gradients are too small to tell: rounding could be all of them</source>
        <translation>梯度太小，无法判断：它们可能全是舍入误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="74" />
        <source>gradients ✓</source>
        <translation>梯度 ✓</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="74" />
        <source>gradients ✗</source>
        <translation>梯度 ✗</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="75" />
        <source>Whether the gradients of your code are those of your own loss, by central differences</source>
        <translation>你代码里的梯度是否就是你自己的损失的梯度（用中心差分检验）</translation>
    </message>
</context><context>
    <name>ChecksBar</name>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="50" />
        <source>How far each parameter is moved to either side</source>
        <translation>每个参数向两侧各移动多少</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="51" />
        <source>Step ε</source>
        <translation>步长 ε</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="56" />
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="58" />
        <source>A step for each parameter that moves no weighted input by more than 1e−5</source>
        <translation>为每个参数取一个步长，使任何加权输入的变动都不超过 1e−5</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="85" />
        <source>The largest relative error of all cells that tell right from wrong, and what it means</source>
        <translation>在能够判断对错的所有元素中最大的相对误差，以及它的含义</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="91" />
        <location filename="../../nnviz/views/checks/bar.py" line="88" />
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
</context><context>
    <name>ChecksCanvas</name>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="152" />
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="163" />
        <source>Too small to tell: rounding alone could make this difference</source>
        <translation>太小，无法判断：仅舍入误差就可能造成这一差异</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="165" />
        <source>±ε crosses a bend: the difference is not a derivative</source>
        <translation>±ε 越过折点：这个差分不是导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="167" />
        <source>Click: the inspector explains this number</source>
        <translation>点击：在检查器中解释这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="219" />
        <source>direction %1</source>
        <translation>方向 %1</translation>
    </message>
</context><context>
    <name>ChecksPanel</name>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="43" />
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="49" />
        <source>not all have changed yet</source>
        <translation>有的尚未改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="51" />
        <source>all changed as expected</source>
        <translation>改变都符合预期</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="52" />
        <source>not all changed as expected</source>
        <translation>有的改变不符合预期</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="58" />
        <source>Left out: %1.</source>
        <translation>已略去：%1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="59" />
        <source>%1 cells left out, such as: %2.</source>
        <translation>已略去 %1 个元素，例如：%2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="65" />
        <source>Too many cells to check each: %1 random directions per parameter.</source>
        <translation>元素太多，无法逐个检查：每个参数取 %1 个随机方向。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/texts.py" line="71" />
        <source>%1 was set by hand between two lines that read it: checked with the value that was read first.</source>
        <translation>%1 在两行读取它之间被手动设置：按先读取到的值检查。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/panel_rows.py" line="55" />
        <location filename="../../nnviz/views/checks/panel.py" line="53" />
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="66" />
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="66" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="77" />
        <source>Checks, cell by cell</source>
        <translation>逐个元素检查</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="196" />
        <source>checking… %1 %</source>
        <translation>正在检查… %1 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="216" />
        <location filename="../../nnviz/views/checks/panel.py" line="215" />
        <source>analytic</source>
        <translation>解析</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="215" />
        <source>difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="215" />
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="216" />
        <source>central difference</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="216" />
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="228" />
        <source>change</source>
        <translation>改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="228" />
        <source>expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="229" />
        <location filename="../../nnviz/views/checks/panel.py" line="228" />
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="229" />
        <source>changed by</source>
        <translation>改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="229" />
        <source>should have changed by</source>
        <translation>应有的改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="234" />
        <source>Values set by hand are not counted as changes by the update.</source>
        <translation>手动设置的值不算作本次更新带来的变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="244" />
        <source>This program computes no gradients: an evolution strategy only compares losses. There is nothing to check.</source>
        <translation>这个程序不计算梯度：进化策略只比较损失。没有可检查的内容。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="251" />
        <source>as of update %1</source>
        <translation>截至第 %1 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="251" />
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/blocks.py" line="131" />
        <source>as expected</source>
        <translation>符合预期</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/blocks.py" line="131" />
        <source>not as expected</source>
        <translation>不符合预期</translation>
    </message>
</context><context>
    <name>Chips</name>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="142" />
        <source>Learning rate: click to set it, drag or turn the wheel to change it</source>
        <translation>学习率：单击设置，拖动或滚动滚轮改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="146" />
        <source>The network: click to change it</source>
        <translation>网络：单击更改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="147" />
        <source>How many samples an update sees: click to change it</source>
        <translation>一次更新使用多少个样本：单击更改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="148" />
        <source>How the parameters are changed: click to change it</source>
        <translation>参数如何更新：单击更改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="157" />
        <source>More settings (S)</source>
        <translation>更多设置（S）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="159" />
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="231" />
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="251" />
        <source>full batch</source>
        <translation>全批量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/chips.py" line="252" />
        <source>batch of %1</source>
        <translation>批量 %1</translation>
    </message>
</context><context>
    <name>ChoicesButton</name>
    <message>
        <location filename="../../nnviz/views/map/choices_button.py" line="69" />
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context><context>
    <name>ClassKey</name>
    <message>
        <location filename="../../nnviz/views/boundary/class_key.py" line="31" />
        <source>The colour of each class; fainter where the network is less sure</source>
        <translation>各类别的颜色；网络越没把握，颜色越淡</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/class_key.py" line="37" />
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
</context><context>
    <name>CodeBar</name>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="50" />
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="51" />
        <source>A Python file with backprop(X, Y, weights, biases)</source>
        <translation>含有 backprop(X, Y, weights, biases) 的 Python 文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="54" />
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="55" />
        <source>It also runs again whenever the file is saved</source>
        <translation>文件保存时也会自动重新运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="59" />
        <source>Scenario to check against</source>
        <translation>用来核对的场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="63" />
        <source>Layout of samples</source>
        <translation>样本如何排列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="66" />
        <source>samples: whichever fits</source>
        <translation>样本：自动判断</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="67" />
        <source>samples are columns</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="68" />
        <source>samples are rows</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="113" />
        <source>the scenario in the window</source>
        <translation>窗口中的场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/bar.py" line="113" />
        <source>this scenario</source>
        <translation>这个场景</translation>
    </message>
</context><context>
    <name>CodeCheck</name>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="23" />
        <source>All that was returned is right</source>
        <translation>返回的内容全部正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="25" />
        <source>The first line that differs: line %1, %2</source>
        <translation>第一个不同的行：第 %1 行，%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="27" />
        <source>It failed before it returned anything</source>
        <translation>什么都没返回就失败了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="37" />
        <source>equal except for rounding; is it float32?</source>
        <translation>除舍入外相等；是 float32 吗？</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="39" />
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="39" />
        <source>not returned</source>
        <translation>没有返回</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="43" />
        <source>%1 times ∂L/∂Z, and right for what is made of it</source>
        <translation>是 ∂L/∂Z 的 %1 倍，由它算出的结果是对的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="46" />
        <source>did not move; %1 should by %2</source>
        <translation>没有变化；%1 应变化 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="49" />
        <source>different on every call with the same arguments</source>
        <translation>参数相同，每次调用结果却不同</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="51" />
        <source>transposed</source>
        <translation>转置了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="53" />
        <source>changes in the wrong direction</source>
        <translation>改变的方向反了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="55" />
        <source>the sign is flipped</source>
        <translation>符号反了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="57" />
        <source>the change is %1 times what it should be</source>
        <translation>改变量是应有的 %1 倍</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="59" />
        <source>%1 times what it should be</source>
        <translation>是应有的 %1 倍</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="61" />
        <source>has the shape %1, should have %2</source>
        <translation>形状为 %1，应为 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="69" />
        <source>%1 (with X and Y as integers)</source>
        <translation>%1（X 和 Y 为整数时）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="71" />
        <source>%1 (in the second update)</source>
        <translation>%1（第二次更新中）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="73" />
        <source>%1 (on a random network, %2)</source>
        <translation>%1（在随机网络 %2 上）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="79" />
        <source>the array of %1 was changed after it had been used</source>
        <translation>%1 的数组在用过之后被改动了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="81" />
        <source>%1 and %2 are the same array: what changes one changes the other</source>
        <translation>%1 和 %2 是同一个数组：改一个，另一个也变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="90" />
        <source>%1 − η·%2 cannot be computed</source>
        <translation>%1 − η·%2 无法计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="92" />
        <source>%1 − η·%2 would have the shape %3</source>
        <translation>%1 − η·%2 的形状会变成 %3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="95" />
        <source>%1; keepdims=True keeps its shape</source>
        <translation>%1；keepdims=True 可保持形状</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="101" />
        <source>%1 changes by %2, should by %3</source>
        <translation>%1 改变了 %2，应为 %3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="103" />
        <source>%1 is %2, should be %3</source>
        <translation>%1 是 %2，应为 %3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="108" />
        <source>agrees to %1 digits: %2</source>
        <translation>前 %1 位一致：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="111" />
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="121" />
        <source>or %1</source>
        <translation>或：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="121" />
        <source>and %1</source>
        <translation>以及：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="125" />
        <source>and something else, on a random network, %1</source>
        <translation>以及在随机网络 %1 上的别的问题</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="134" />
        <source>%1, line %2: %3</source>
        <translation>%1 第 %2 行：%3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="137" />
        <source>It should be: %1</source>
        <translation>应为：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="144" />
        <source>It was stopped after %1 s; is there an endless loop?</source>
        <translation>运行 %1 秒后被停止；是否有死循环？</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="147" />
        <source>Its process ended before it was done, with status %1</source>
        <translation>它的进程没有完成就结束了，状态码 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="150" />
        <source>%1 has no function backprop(X, Y, weights, biases)</source>
        <translation>%1 中没有函数 backprop(X, Y, weights, biases)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="153" />
        <source>%1 returned %2; accepted: %3</source>
        <translation>%1 返回了 %2；可接受：%3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="159" />
        <source>in %1: %2</source>
        <translation>在 %1 中：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="169" />
        <source>%1 should have the shape %2</source>
        <translation>%1 的形状应为 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="172" />
        <source>These would fit: %1</source>
        <translation>这些是相配的：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="175" />
        <source>%1 (line %2)</source>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="177" />
        <source>Read but never defined: %1</source>
        <translation>读取了却从未给出：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="183" />
        <source>%1 has the shape %2, %3 has %4: they should be equal</source>
        <translation>%1 的形状为 %2，%3 为 %4：两者应当相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="185" />
        <source>%1 has the shape %2, %3 has %4: they do not fit together under %5</source>
        <translation>%1 的形状为 %2，%3 为 %4：不能用 %5 运算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="206" />
        <source>On a random network, %1, it fails: %2</source>
        <translation>在随机网络 %1 上失败：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="209" />
        <source>It changes its arguments in place: %1</source>
        <translation>它改变了传给它的数组：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="211" />
        <source>%1 were not returned: without them the biases never learn</source>
        <translation>没有返回 %1：没有它们，偏置永远学不到东西</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="215" />
        <source>With X and Y as integers it fails: %1</source>
        <translation>X 和 Y 为整数时出错：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="218" />
        <source>Right for the scenario; on another network, %1, these differ: %2</source>
        <translation>对该场景正确；在另一个网络 %1 上，这些不同：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="221" />
        <source>%1 did not move</source>
        <translation>%1 没有变化</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="223" />
        <source>Your δ has 1/m in it (%1); the gradients are right</source>
        <translation>你的 δ 已含 1/m（%1）；梯度正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="226" />
        <source>Your δ is −∂L/∂Z (%1); what is made of it is right</source>
        <translation>你的 δ 是 −∂L/∂Z（%1）；由它算出的结果正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="229" />
        <source>Your δ is %1 times ∂L/∂Z (%2); the gradients are right</source>
        <translation>你的 δ 是 ∂L/∂Z 的 %1 倍（%2）；梯度正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="232" />
        <source>Your derivative at Z = 0 is the one above it (%1): a choice; here it is 0</source>
        <translation>你在 Z = 0 处取右导数（%1）：一种约定；这里取 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="235" />
        <source>Your update begins with an empty state at every call: right for the first only</source>
        <translation>你的更新每次调用都从空状态开始：只有第一次是对的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="239" />
        <source>The samples could also be the other way round: choose which, above</source>
        <translation>样本也可能是另一种排列：请在上方指明</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="245" />
        <source>samples are columns</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="247" />
        <source>samples are rows</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="249" />
        <source>W is units × inputs</source>
        <translation>W 为 单元 × 输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="251" />
        <source>W is inputs × units</source>
        <translation>W 为 输入 × 单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="254" />
        <source>b is a column</source>
        <translation>b 是一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="256" />
        <source>b is a row</source>
        <translation>b 是一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="258" />
        <source>b is flat</source>
        <translation>b 是一维</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/texts.py" line="263" />
        <source>a number</source>
        <translation>一个数</translation>
    </message>
</context><context>
    <name>CodePanel</name>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="52" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="64" />
        <source>Your code</source>
        <translation>你的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="64" />
        <source>It printed:</source>
        <translation>打印输出：</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="67" />
        <source>Choose a Python file with backprop(X, Y, weights, biases), or drop one on the window. It runs in a separate process, and what it returns is compared line by line.</source>
        <translation>选择一个含有 backprop(X, Y, weights, biases) 的 Python 文件，或把它拖到窗口上。它在单独的进程中运行，返回的内容逐行核对。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="86" />
        <source>What it printed</source>
        <translation>打印的内容</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="150" />
        <source>running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="167" />
        <source>against %1</source>
        <translation>对照 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/codecheck/panel.py" line="195" />
        <source>%1, line %2:</source>
        <translation>%1，第 %2 行：</translation>
    </message>
</context><context>
    <name>CodeRows</name>
    <message>
        <location filename="../../nnviz/views/codecheck/rows.py" line="86" />
        <source>Lines of the program with your values</source>
        <translation>程序各行与你的值</translation>
    </message>
</context><context>
    <name>Compare</name>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="43" />
        <source>not finite after update {0}</source>
        <translation>第 {0} 次更新后不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="44" />
        <source>not finite</source>
        <translation>不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="46" />
        <source>{0} updates behind</source>
        <translation>落后 {0} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="57" />
        <location filename="../../nnviz/views/compare/texts.py" line="48" />
        <source>update {0}</source>
        <translation>更新 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="58" />
        <source>train {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="61" />
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="64" />
        <source>accuracy {0} of {1}</source>
        <translation>准确率 {0} / {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="74" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="76" />
        <source>samples run forward</source>
        <translation>前向样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="77" />
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="88" />
        <source>{0}: {1} after update {2}</source>
        <translation>{0}：{1}，更新 {2} 之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="96" />
        <source>{0} µs an update on this computer</source>
        <translation>在这台电脑上每次更新 {0} µs</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/texts.py" line="97" />
        <source>{0} ms an update on this computer</source>
        <translation>在这台电脑上每次更新 {0} ms</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/tile.py" line="94" />
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/tile.py" line="96" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/suggestions.py" line="27" />
        <source>Compare with {0}</source>
        <translation>与 {0} 对比</translation>
    </message>
</context><context>
    <name>CompareChart</name>
    <message>
        <location filename="../../nnviz/views/compare/chart.py" line="150" />
        <source>A line is drawn once enough of its updates have been timed.</source>
        <translation>计时的更新足够多之后，才画出曲线。</translation>
    </message>
</context><context>
    <name>ComparePanel</name>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="77" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="59" />
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="85" />
        <source>Losses of all sessions</source>
        <translation>所有会话的损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="86" />
        <source>Predictions of each session</source>
        <translation>各会话的预测</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="95" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="95" />
        <source>evaluations</source>
        <translation>求值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="95" />
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="98" />
        <source>What the losses are drawn against: updates; function evaluations, counted in samples run forward; or seconds of training on this computer</source>
        <translation>损失的横轴：更新次数；函数求值次数，按前向运行的样本计；或在这台电脑上训练的秒数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="103" />
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="103" />
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="104" />
        <source>together</source>
        <translation>同步</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="104" />
        <source>apart</source>
        <translation>各自</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="105" />
        <source>Whether all sessions move with the one in the window, or each on its own</source>
        <translation>是全部随窗口中的会话一起移动，还是各自移动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="106" />
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/panel.py" line="107" />
        <source>Compare with another session</source>
        <translation>与另一个会话对比</translation>
    </message>
</context><context>
    <name>ConditionForm</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/form.py" line="43" />
        <source>Condition to stop on</source>
        <translation>停下的条件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/form.py" line="52" />
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
</context><context>
    <name>Conditions</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="14" />
        <source>Times in a row</source>
        <translation>连续次数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="15" />
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="16" />
        <source>What</source>
        <translation>哪种量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="17" />
        <source>Layer (0: each)</source>
        <translation>层（0：每一层）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="18" />
        <source>Lowest</source>
        <translation>下限</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="19" />
        <source>Highest</source>
        <translation>上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="20" />
        <source>Distance to the limit</source>
        <translation>离极限的距离</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="21" />
        <source>Difference up to</source>
        <translation>最大相差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="22" />
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="23" />
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="24" />
        <source>Accuracy, 0 to 1</source>
        <translation>准确率，0 到 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="25" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="26" />
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="27" />
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="30" />
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="31" />
        <source>δ</source>
        <translation>δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="32" />
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="76" />
        <source>hit %1 × · last at update %2, line %3</source>
        <translation>停过 %1 次 · 上次在更新 %2，行 %3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="83" />
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/texts.py" line="84" />
        <source>%1: %2</source>
        <comment>a parameter and what it is</comment>
        <translation>%1：%2</translation>
    </message>
</context><context>
    <name>ConfusionView</name>
    <message>
        <location filename="../../nnviz/views/images/confusion_view.py" line="40" />
        <source>Confusion matrix: how often each class is predicted as each</source>
        <translation>混淆矩阵：每个类别被判为各类别的次数</translation>
    </message>
</context><context>
    <name>ContenderRow</name>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="99" />
        <source>Run one update of this session</source>
        <translation>让这个会话运行一次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="167" />
        <location filename="../../nnviz/views/compare/row.py" line="100" />
        <source>Run this session</source>
        <translation>运行这个会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="101" />
        <source>Restart this session</source>
        <translation>回到这个会话的起点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="102" />
        <source>Open in the window, rename, remove</source>
        <translation>在窗口中打开、改名、移除</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="119" />
        <source>New name</source>
        <translation>新名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="120" />
        <source>Loss and accuracy of the training samples</source>
        <translation>训练样本的损失和准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="165" />
        <source>Pause this session</source>
        <translation>暂停这个会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="174" />
        <source>Open in the window</source>
        <translation>在窗口中打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="175" />
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/row.py" line="178" />
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context><context>
    <name>Controller</name>
    <message>
        <location filename="../../nnviz/controller/recorded_watches.py" line="48" />
        <location filename="../../nnviz/controller/charting.py" line="33" />
        <source>No number is selected: select one first.</source>
        <translation>没有选中任何数值：请先选中一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/editing.py" line="30" />
        <source>%1: the network restarts. Undo brings the old one back.</source>
        <translation>%1：网络重新开始训练。撤销可恢复原来的网络。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/recorded_stepping.py" line="213" />
        <location filename="../../nnviz/controller/running.py" line="84" />
        <source>There are no breakpoints to run back to; press F9 to set one.</source>
        <translation>没有可以往回运行到的断点；按 F9 设置一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/recorded_stepping.py" line="210" />
        <location filename="../../nnviz/controller/running.py" line="175" />
        <source>No breakpoint was hit before this line.</source>
        <translation>在这一行之前，没有任何断点的条件满足过。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/line_breakpoints.py" line="44" />
        <source>No line is selected: select one in the program, or step to it.</source>
        <translation>没有选中任何行：请先在程序中选中一行，或单步执行到那一行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/recorded_stepping.py" line="134" />
        <source>This line is no loop over cells.</source>
        <translation>这一行不是逐元素循环。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/recorded_stepping.py" line="175" />
        <source>Line %1 did not run in what was recorded.</source>
        <translation>第 %1 行在录制的部分里没有运行。</translation>
    </message>
</context><context>
    <name>DataSection</name>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="43" />
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="44" />
        <source>new samples</source>
        <translation>重抽样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="79" />
        <source>Draw other samples: the next seed.</source>
        <translation>用下一个种子重新抽取样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="81" />
        <source>Nothing is drawn here: another seed would give the same samples.</source>
        <translation>这里没有随机抽取：换种子得到的样本也一样。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="87" />
        <source>New samples, seed {number}</source>
        <translation>重抽样本，种子 {number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="93" />
        <location filename="../../nnviz/views/setup/data_section.py" line="92" />
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="94" />
        <source>The samples to learn. Number of outputs, output activation and loss follow the data where they must.</source>
        <translation>要学习的样本。必要时，输出单元数、输出激活和损失会随数据而变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="103" />
        <location filename="../../nnviz/views/setup/data_section.py" line="102" />
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="104" />
        <source>How the inputs are transformed before the network sees them, based on the training samples.</source>
        <translation>网络看到输入之前如何缩放它们，以训练样本的数值为准。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="109" />
        <source>How noisy the samples are; the data set's own help says what noise does to them.</source>
        <translation>样本的噪声有多大；具体作用见该数据集的说明。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="110" />
        <source>Noise, %</source>
        <translation>噪声 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="110" />
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="114" />
        <source>Share of the samples that is held out from training and only evaluated.</source>
        <translation>不参与训练、只用于评估的样本所占的比例。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="115" />
        <source>Test share, %</source>
        <translation>测试比例 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="115" />
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="119" />
        <source>How many samples are made, for training and for testing together.</source>
        <translation>总共生成多少个样本，包括训练和测试。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="120" />
        <location filename="../../nnviz/views/setup/data_section.py" line="120" />
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="124" />
        <source>Which random numbers the samples and their split are drawn from: the same seed, the same samples.</source>
        <translation>样本及其划分所用的随机数：种子相同，样本就相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="127" />
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="127" />
        <source>Seed of the samples</source>
        <translation>样本种子</translation>
    </message>
</context><context>
    <name>Documents</name>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="176" />
        <source>“%1” was not opened.</source>
        <translation>“%1”未能打开。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="190" />
        <source>%1 no longer exists.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="194" />
        <source>Only the first of %1 files is opened: “%2”.</source>
        <translation>共 %1 个文件，打开第一个：“%2”。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="199" />
        <source>Only files on this computer can be opened; save “%1” here first.</source>
        <translation>只能打开这台电脑上的文件；请先把“%1”保存到这里。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="257" />
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="406" />
        <source>On this computer the numbers of “%1” differ slightly: by up to %2.</source>
        <translation>在这台电脑上，“%1”的数略有不同：最多相差 %2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="409" />
        <source>Names of branches in “%1” were longer than %2 characters and have been shortened.</source>
        <translation>“%1” 中有分支名超过 %2 个字符，已被缩短。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/documents.py" line="412" />
        <source>“%1” was run by compiled loops, which need numba. Here numpy goes on; the last bits may differ.</source>
        <translation>“%1”是用编译的循环运行的，那需要 numba。这里由 numpy 继续；末尾几位可能不同。</translation>
    </message>
</context><context>
    <name>Drawer</name>
    <message>
        <location filename="../../nnviz/views/window/drawer.py" line="77" />
        <source>Keep it open beside the panels</source>
        <translation>固定在面板旁边，保持打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/drawer.py" line="78" />
        <source>Pin the setup</source>
        <translation>固定设置抽屉</translation>
    </message>
</context><context>
    <name>EditBar</name>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="41" />
        <source>Move the selected sample to the next class (L)</source>
        <translation>把所选样本改为下一个类别 (L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="42" />
        <source>Remove the selected sample (Delete)</source>
        <translation>删除所选样本 (Delete)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="46" />
        <source>Drag to draw samples of the chosen class (otherwise dragging moves them)</source>
        <translation>拖动时画出所选类别的样本（否则移动样本）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="48" />
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="49" />
        <source>Draw samples</source>
        <translation>绘制样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="110" />
        <source>Drag draws · click adds · right click for more</source>
        <translation>拖动绘制 · 点击添加 · 右键更多</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="112" />
        <source>Click adds · drag moves · right click for more</source>
        <translation>点击添加 · 拖动移动 · 右键更多</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="114" />
        <source>Drag moves · right click for more; a new sample would have no target</source>
        <translation>拖动移动 · 右键更多；新增的样本没有目标值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="133" />
        <source>New samples are of class %1</source>
        <translation>新样本属于类别 %1</translation>
    </message>
</context><context>
    <name>EditList</name>
    <message>
        <location filename="../../nnviz/views/history/edit_list.py" line="97" />
        <source>Edits of this branch; Enter goes to where one was made</source>
        <translation>这个分支的修改；Enter 转到修改之处</translation>
    </message>
</context><context>
    <name>Errors</name>
    <message>
        <location filename="../../nnviz/views/error_text.py" line="15" />
        <source>{where}: found {found}; accepted: {accepted}</source>
        <translation>{where}：得到 {found}；可接受：{accepted}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/error_text.py" line="22" />
        <source>{asked} in {where}: found {found}; accepted: {accepted}</source>
        <translation>{asked}，{where}：得到 {found}；可接受：{accepted}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/misreadable.py" line="11" />
        <location filename="../../nnviz/views/error_text.py" line="24" />
        <source>{asked}: found {found}; accepted: {accepted}</source>
        <translation>{asked}：得到 {found}；可接受：{accepted}</translation>
    </message>
</context><context>
    <name>ExampleAbout</name>
    <message>
        <location filename="../../nnviz/views/examples/about.py" line="41" />
        <source>Step through it</source>
        <translation>单步运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/about.py" line="42" />
        <source>Open the example instead of the current session</source>
        <translation>打开这个示例，取代现在打开的内容</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/about.py" line="44" />
        <source>With the author’s mistake</source>
        <translation>带作者的错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/about.py" line="81" />
        <source>Erratum</source>
        <translation>勘误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/about.py" line="81" />
        <source>Errata</source>
        <translation>勘误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/about.py" line="93" />
        <source>Figures that match only without the mistake are computed without it.</source>
        <translation>只有不带错误的程序才会得出的数，按不带错误的程序计算。</translation>
    </message>
</context><context>
    <name>ExampleList</name>
    <message>
        <location filename="../../nnviz/views/examples/example_list.py" line="108" />
        <source>Published examples</source>
        <translation>已发表的示例</translation>
    </message>
</context><context>
    <name>Examples</name>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="83" />
        <source>printed: %1</source>
        <translation>原文：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="85" />
        <source>here: %1</source>
        <translation>这里：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="87" />
        <source>met within %1</source>
        <translation>相差不超过 %1 即算相符</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="92" />
        <source>A click or Enter goes there.</source>
        <translation>点击或按 Enter 转到那里。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="98" />
        <source>at the start</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="100" />
        <source>after update %1</source>
        <translation>更新 %1 之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/rows.py" line="102" />
        <source>update %1, line %2</source>
        <translation>更新 %1，第 %2 行</translation>
    </message>
</context><context>
    <name>ExamplesPanel</name>
    <message>
        <location filename="../../nnviz/views/examples/panel.py" line="76" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="62" />
        <source>Published examples</source>
        <translation>已发表的示例</translation>
    </message>
</context><context>
    <name>Exports</name>
    <message>
        <location filename="../../nnviz/documents/exports.py" line="75" />
        <source>Export scenario</source>
        <translation>导出场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/exports.py" line="105" />
        <source>Save the export</source>
        <translation>保存导出文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/exports.py" line="118" />
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/exports.py" line="146" />
        <source>%1 was not saved.</source>
        <translation>%1 未保存。</translation>
    </message>
</context><context>
    <name>FeaturesRow</name>
    <message>
        <location filename="../../nnviz/views/setup/features_row.py" line="66" />
        <location filename="../../nnviz/views/setup/features_row.py" line="65" />
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/features_row.py" line="67" />
        <source>What the network receives of a sample: its two inputs, or numbers computed from them. The samples keep their places on the plane.</source>
        <translation>网络从样本得到什么：两个输入本身，或由它们算出的数。样本在平面上的位置不变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/features_row.py" line="112" />
        <source>At least one feature is needed.</source>
        <translation>至少需要一个特征。</translation>
    </message>
</context><context>
    <name>FigureHead</name>
    <message>
        <location filename="../../nnviz/views/examples/figure_list.py" line="68" />
        <source>printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/figure_list.py" line="68" />
        <source>here</source>
        <translation>这里</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/examples/figure_list.py" line="69" />
        <source>figure</source>
        <translation>数值</translation>
    </message>
</context><context>
    <name>FigureList</name>
    <message>
        <location filename="../../nnviz/views/examples/figure_list.py" line="106" />
        <source>Figures of this example; Enter goes to where one is computed</source>
        <translation>这个示例中的数；Enter 转到算出它的地方</translation>
    </message>
</context><context>
    <name>FileDrop</name>
    <message>
        <location filename="../../nnviz/views/window/drop.py" line="127" />
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context><context>
    <name>FileField</name>
    <message>
        <location filename="../../nnviz/views/imports/fields.py" line="136" />
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/fields.py" line="140" />
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context><context>
    <name>FindingsPanel</name>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="40" />
        <location filename="../../nnviz/views/findings/panel.py" line="35" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="47" />
        <source>Found in your code</source>
        <translation>在你的代码里找到的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="32" />
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="33" />
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="34" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="35" />
        <source>scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="36" />
        <source>rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="37" />
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="40" />
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="41" />
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="42" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="50" />
        <source>right, %1 of %2</source>
        <translation>正确，%1 / %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="51" />
        <source>wrong from line %3 on</source>
        <translation>从第 %3 行起错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="52" />
        <source>right for what they got</source>
        <translation>就其输入而言是对的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="53" />
        <source>not judged</source>
        <translation>未判断</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="67" />
        <source>none is computed</source>
        <translation>没有计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="76" />
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="77" />
        <source> then </source>
        <translation>，然后 </translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="83" />
        <source>%1, in rows (X @ W)</source>
        <translation>%1 个，每行一个 (X @ W)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="85" />
        <source>%1, in columns (W @ X)</source>
        <translation>%1 个，每列一个 (W @ X)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="91" />
        <source>mean over the samples</source>
        <translation>对样本取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="92" />
        <source>sum over the samples</source>
        <translation>对样本求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="99" />
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="103" />
        <source>batches of %1</source>
        <translation>批量 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/words.py" line="105" />
        <source>sample by sample</source>
        <translation>逐个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="37" />
        <source>Found</source>
        <translation>已识别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="53" />
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="54" />
        <source>Say what the network is, where it was not found or is another</source>
        <translation>没有识别出网络或识别错了时，在这里说明它是什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="55" />
        <source>Open as scenario</source>
        <translation>作为场景打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="57" />
        <source>Train it right from your initial parameters: your data, sizes, activations, loss and rate</source>
        <translation>从你的初始参数开始正确地训练：用你的数据、层大小、激活函数、损失和学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="90" />
        <source>Drop a .py or .ipynb file on the window to see what is in it.</source>
        <translation>把 .py 或 .ipynb 文件拖到窗口上，就能看到里面有什么。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/panel.py" line="107" />
        <source>No network was recognised.</source>
        <translation>未识别出网络。</translation>
    </message>
</context><context>
    <name>HelpPanel</name>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="23" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="70" />
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="38" />
        <source>Page of the help</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="39" />
        <source>Keys and words</source>
        <translation>按键与术语</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="39" />
        <source>Your own code</source>
        <translation>你自己的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="71" />
        <source>In the explanation of a number: back to the number before</source>
        <translation>在数值的算式中：回到前一个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="72" />
        <source>In the program: fold the stage of the current line away, or show it again</source>
        <translation>在程序中：折叠当前行所在的阶段，或重新展开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="73" />
        <source>Select nothing; close the tool or the drawer that is open; leave a field</source>
        <translation>取消选择；关闭打开的工具或抽屉；离开输入框</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="83" />
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="83" />
        <source>one equation of the update's program; the lit one has just run</source>
        <translation>更新程序中的一个算式；高亮的一行刚刚运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="84" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="84" />
        <source>one change of the parameters: the program from its first line to its last</source>
        <translation>参数改变一次：把程序从第一行运行到最后一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="85" />
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="85" />
        <source>one pass over the training data</source>
        <translation>把训练数据全部用过一遍（epoch）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="86" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="86" />
        <source>one input with its target: a column of X</source>
        <translation>一个输入及其目标：X 的一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="87" />
        <source>how a sample's loss changes with a unit's weighted input: ∂L/∂Z</source>
        <translation>样本的损失随单元加权输入的变化率：∂L/∂Z</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="88" />
        <source>hatching</source>
        <translation>斜线填充</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="88" />
        <source>not computed: no line has written this value yet; it is not 0</source>
        <translation>尚未计算：还没有哪一行写出这个值；它不是 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="89" />
        <source>amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="89" />
        <source>now: the line that has just run and what it wrote</source>
        <translation>此刻：刚运行的那一行和它写出的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="91" />
        <source>your own code</source>
        <translation>你自己的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="92" />
        <source>drop a .py or .ipynb file on the window: nnviz runs it, finds the network, marks the first wrong line, and steps through your lines forward and back</source>
        <translation>把 .py 或 .ipynb 文件拖到窗口上：nnviz 运行它，找出网络，标出第一处错误的行，并可前后单步走过你的每一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="97" />
        <source>blue and orange</source>
        <translation>蓝色与橙色</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="97" />
        <source>positive and negative; grey is zero</source>
        <translation>正与负；灰色为零</translation>
    </message>
</context><context>
    <name>HiddenRow</name>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="52" />
        <source>Whole numbers from 1 to {high}, at most {most} of them, separated by commas; empty for no hidden layer</source>
        <translation>1 到 {high} 的整数，至多 {most} 个，用逗号分隔；留空表示没有隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="57" />
        <location filename="../../nnviz/views/setup/hidden_row.py" line="56" />
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="58" />
        <source>Units of each hidden layer, from the input to the output, like “3” or “8, 8”.</source>
        <translation>从输入到输出，各隐藏层的单元数，如“3”或“8, 8”。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="104" />
        <location filename="../../nnviz/views/setup/hidden_row.py" line="63" />
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="67" />
        <source>per layer</source>
        <translation>逐层设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="68" />
        <source>Units and activation of each hidden layer</source>
        <translation>每个隐藏层的单元数和激活函数</translation>
    </message>
</context><context>
    <name>History</name>
    <message>
        <location filename="../../nnviz/views/history/rows.py" line="112" />
        <source>from the start</source>
        <translation>从起点开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/rows.py" line="113" />
        <source>from %1 at update %2</source>
        <translation>从%1的更新 %2 开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/rows.py" line="119" />
        <source>1 update</source>
        <translation>1 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/rows.py" line="120" />
        <source>%1 updates</source>
        <translation>%1 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/rows.py" line="127" />
        <source>1 edit</source>
        <translation>1 处修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/rows.py" line="128" />
        <source>%1 edits</source>
        <translation>%1 处修改</translation>
    </message>
</context><context>
    <name>HistoryPanel</name>
    <message>
        <location filename="../../nnviz/views/window/panel_rows.py" line="57" />
        <location filename="../../nnviz/views/history/panel.py" line="55" />
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/panel.py" line="62" />
        <source>Go to branch</source>
        <translation>前往该分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/panel.py" line="63" />
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/panel.py" line="64" />
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/panel.py" line="66" />
        <source>A change made in the past starts a new branch; the old future stays here under its own name.</source>
        <translation>在过去所做的修改会产生一个新分支，原来的后续连同名字保留在这里。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/panel.py" line="151" />
        <source>Edits on this branch</source>
        <translation>这个分支的修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/panel.py" line="151" />
        <source>No edits on this branch</source>
        <translation>这个分支没有修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/edit_list.py" line="31" />
        <source>%1 (was %2)</source>
        <translation>%1（原为 %2）</translation>
    </message>
</context><context>
    <name>Images</name>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="175" />
        <source>test sample %1</source>
        <translation>测试样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="177" />
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="182" />
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="185" />
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="189" />
        <source>no prediction: not a number</source>
        <translation>没有预测：不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="203" />
        <location filename="../../nnviz/views/images/sample_view.py" line="191" />
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="199" />
        <source>draw here with the mouse</source>
        <translation>用鼠标在此绘制</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/sample_view.py" line="201" />
        <source>drawn by hand</source>
        <translation>手绘</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="154" />
        <source>%1 of %2 wrong</source>
        <translation>%1 / %2 个判错</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="157" />
        <source>%1 (of %2 in all)</source>
        <translation>%1（共有 %2 个）</translation>
    </message>
</context><context>
    <name>ImagesPanel</name>
    <message>
        <location filename="../../nnviz/views/window/panel_rows.py" line="66" />
        <location filename="../../nnviz/views/images/panel.py" line="60" />
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="160" />
        <source>weights of unit %1 of layer 1; click to select it</source>
        <translation>第 1 层 %1 号单元的权重；点击选择它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="167" />
        <source>first %1 of %2 units</source>
        <translation>前 %1 个单元，共 %2 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="206" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="206" />
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="209" />
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="231" />
        <location filename="../../nnviz/views/images/panel.py" line="210" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="231" />
        <location filename="../../nnviz/views/images/panel.py" line="210" />
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="234" />
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="236" />
        <source>Draw a picture with the mouse, and see what the network answers</source>
        <translation>用鼠标画一幅图，看网络如何回答</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="238" />
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="239" />
        <source>Take what was drawn away</source>
        <translation>清除所画内容</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="246" />
        <source>The selected sample</source>
        <translation>所选的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="247" />
        <source>The first layer's weights</source>
        <translation>第一层的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/panel.py" line="260" />
        <source>These samples are not images. Those of the handwritten-digit scenarios are.</source>
        <translation>这些样本不是图像。手写数字的场景才是。</translation>
    </message>
</context><context>
    <name>Import</name>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="34" />
        <source>table of text</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="35" />
        <source>NPZ arrays</source>
        <translation>NPZ 数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="36" />
        <source>NPY array</source>
        <translation>NPY 数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="37" />
        <source>IDX images</source>
        <translation>IDX 图像</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="38" />
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="39" />
        <source>MATLAB arrays</source>
        <translation>MATLAB 数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="47" />
        <source>comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="48" />
        <source>semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="49" />
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="50" />
        <source>bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="51" />
        <source>white space</source>
        <translation>空白</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="58" />
        <source>are refused</source>
        <translation>拒绝读取</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="59" />
        <source>leave their row out</source>
        <translation>去掉所在行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="60" />
        <source>filled: mean</source>
        <translation>填充：均值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="61" />
        <source>filled: median</source>
        <translation>填充：中位数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="62" />
        <source>filled: most frequent</source>
        <translation>填充：众数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="156" />
        <location filename="../../nnviz/views/imports/texts.py" line="69" />
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="70" />
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="82" />
        <source>standardised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="83" />
        <source>divided</source>
        <translation>除以某数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="90" />
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="91" />
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="92" />
        <source>left out</source>
        <translation>不用</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="103" />
        <source>no pictures</source>
        <translation>不是图像</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="118" />
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="123" />
        <source>%1 rows with missing values left out</source>
        <translation>已略去 %1 行有缺失值的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="127" />
        <source>%1 missing values filled</source>
        <translation>填充了 %1 个缺失值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="139" />
        <source>all for training</source>
        <translation>全部用于训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="140" />
        <source>%1 set aside for testing</source>
        <translation>%1 个留作测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="145" />
        <source>1 input</source>
        <translation>1 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="146" />
        <source>%1 inputs</source>
        <translation>%1 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="153" />
        <source>1 target</source>
        <translation>1 个目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="154" />
        <source>%1 targets</source>
        <translation>%1 个目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/texts.py" line="159" />
        <source>%1 classes: %2</source>
        <translation>%1 个类别：%2</translation>
    </message>
</context><context>
    <name>ImportForm</name>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="145" />
        <source>column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="145" />
        <source>a sample</source>
        <translation>一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="147" />
        <source>point  0.5</source>
        <translation>点  0.5</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="147" />
        <source>comma  0,5</source>
        <translation>逗号  0,5</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="160" />
        <source>a row</source>
        <translation>一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="160" />
        <source>a column</source>
        <translation>一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="200" />
        <source>Between columns</source>
        <translation>列分隔符</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="200" />
        <source>What separates two columns</source>
        <translation>两列之间用什么隔开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="201" />
        <source>First row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="201" />
        <source>Whether the first row has the columns' names</source>
        <translation>第一行是不是列名</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="202" />
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="202" />
        <source>What separates the decimals of a number</source>
        <translation>小数部分之前用什么符号</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="203" />
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="203" />
        <source>How characters are written as bytes</source>
        <translation>字符如何写成字节</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="204" />
        <source>What happens to rows in which a value is missing</source>
        <translation>如何处理有缺失值的行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="205" />
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="208" />
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="208" />
        <source>The array that has the inputs</source>
        <translation>存放输入的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="209" />
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="209" />
        <source>The array that has the classes or targets</source>
        <translation>存放类别或目标的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="210" />
        <source>The array that has the inputs of the test samples, if there is one</source>
        <translation>存放测试样本输入的数组（若有）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="211" />
        <source>Test inputs</source>
        <translation>测试输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="212" />
        <source>The array that has the answers of the test samples, if there is one</source>
        <translation>存放测试样本答案的数组（若有）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="213" />
        <source>Test answers</source>
        <translation>测试答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="214" />
        <source>A sample is</source>
        <translation>一个样本是</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="214" />
        <source>Orientation of the arrays</source>
        <translation>数组的方向</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="215" />
        <source>The file with the labels of the images, or with the images of the labels</source>
        <translation>存放图像标签的文件，或标签所对应的图像文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="216" />
        <source>Read together with</source>
        <translation>配套文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="219" />
        <source>The column that the network predicts; click a heading below for more choices</source>
        <translation>网络要回答的那一列；点击下方的列标题可细调</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="220" />
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="221" />
        <source>Whether the answers are classes or numbers</source>
        <translation>答案是要分辨的类别，还是要逼近的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="222" />
        <source>The answers are</source>
        <translation>答案的类型</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="223" />
        <source>Whether a sample's inputs are a picture: rows × columns</source>
        <translation>样本的输入是不是图像：行 × 列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="224" />
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="225" />
        <source>How the inputs are scaled, according to the training samples; networks learn badly from large inputs</source>
        <translation>输入如何缩放，以训练样本为准；输入太大则难以学习</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="228" />
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="229" />
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="229" />
        <source>What the inputs are divided by</source>
        <translation>输入除以多少</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="230" />
        <source>Scaling of targets</source>
        <translation>目标的缩放</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="230" />
        <source>How the targets are scaled</source>
        <translation>目标值如何缩放</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="231" />
        <source>Share of the samples that is not used for training, but for measuring</source>
        <translation>不参与训练、只用于评估的样本所占的比例</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/form.py" line="232" />
        <source>Test share, %</source>
        <translation>测试比例 %</translation>
    </message>
</context><context>
    <name>ImportPanel</name>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="62" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="68" />
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="70" />
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="70" />
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="76" />
        <source>Open as new scenario</source>
        <translation>作为新场景打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="77" />
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="78" />
        <source>Use in this network</source>
        <translation>用于这个网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="127" />
        <source>Data (%1)</source>
        <translation>数据 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="128" />
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="128" />
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="139" />
        <source>There is no text to paste: copy cells in a spreadsheet first.</source>
        <translation>没有可粘贴的文字：请先在电子表格中复制单元格。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="149" />
        <source>Pasted data</source>
        <translation>粘贴的数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="168" />
        <source>pasted data</source>
        <translation>粘贴的数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="169" />
        <source>Data of %1</source>
        <translation>%1 的数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="241" />
        <location filename="../../nnviz/views/imports/panel.py" line="215" />
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="216" />
        <source>Reading “%1” …</source>
        <translation>正在读取“%1”…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="231" />
        <source>No data chosen</source>
        <translation>未选择数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/panel.py" line="233" />
        <source>Choose a table (CSV, Excel, ARFF, LIBSVM, JSON …), arrays (NPZ, NPY, MATLAB), or IDX images, or drop the file on the window; or copy cells of a spreadsheet, a printed array or a list, and paste them here.</source>
        <translation>选择表格（CSV、Excel、ARFF、LIBSVM、JSON……）、数组（NPZ、NPY、MATLAB）或 IDX 图像，或把文件拖到窗口上；也可以复制电子表格的单元格、打印出来的数组或列表，粘贴到这里。</translation>
    </message>
</context><context>
    <name>InspectorPanel</name>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="57" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="54" />
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/spans.py" line="51" />
        <source>Click: explain %1</source>
        <translation>点击：解释 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/spans.py" line="78" />
        <source>… %1 more</source>
        <translation>… 另 %1 项</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="18" />
        <source>What %1 adds up for %2: its weights times their inputs, plus its bias.</source>
        <translation>%1对%2的加权输入：各权重乘以对应的输入，相加后再加偏置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="26" />
        <source>Above 0: the unit is on.</source>
        <translation>大于 0：单元开启。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="27" />
        <source>Not above 0: the unit is off.</source>
        <translation>不大于 0：单元关闭。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="34" />
        <source>What %1 passes on for %2.</source>
        <translation>%1对%2传出的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="41" />
        <source>It is flat here: nothing passes back.</source>
        <translation>这里斜率为 0：没有梯度传回。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="43" />
        <source>It is nearly flat here: next to nothing passes back.</source>
        <translation>这里几乎是平的：几乎没有梯度传回。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="50" />
        <source>The network's answer for %1.</source>
        <translation>网络对%1的预测。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="52" />
        <source>The network's answer for %1 at %2.</source>
        <translation>网络的%2对%1的预测。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="58" />
        <source>It is beyond the margin: it costs nothing.</source>
        <translation>它已越过间隔：不产生损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="60" />
        <source>It equals its target.</source>
        <translation>它恰好等于目标。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="62" />
        <source>It is %1 below its target.</source>
        <translation>它比目标低 %1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="64" />
        <source>It is %1 above its target.</source>
        <translation>它比目标高 %1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="71" />
        <source>The penalty on large weights.</source>
        <translation>对大权重的惩罚。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="73" />
        <source>Loss and penalty together: what training minimises.</source>
        <translation>损失与惩罚之和：更新要降低的就是它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="76" />
        <source>The loss of %1.</source>
        <translation>%1的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="78" />
        <source>The sum of the losses of the batch's %1 samples.</source>
        <translation>这批 %1 个样本的损失之和。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_forward.py" line="80" />
        <source>The mean loss of the batch's %1 samples.</source>
        <translation>本批 %1 个样本的平均损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="21" />
        <source>%1 of %2. It is data: no line computes it.</source>
        <translation>%2的%1。它是数据，不由任何一行算出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="25" />
        <source>What %1 should be for %2. It is data: no line computes it.</source>
        <translation>%1对%2应给出的值。它是数据，不由任何一行算出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="38" />
        <source>Before scaling it is %1: (%1 − %2) · %3.</source>
        <translation>缩放之前是 %1：(%1 − %2) · %3。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="46" />
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="51" />
        <source>%1: this update did not change it.</source>
        <translation>%1：这次更新没有改变它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="53" />
        <source>%1: this update raised it by %2.</source>
        <translation>%1：这次更新使它增大了 %2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="55" />
        <source>%1: this update lowered it by %2.</source>
        <translation>%1：这次更新使它减小了 %2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="59" />
        <source>It had been %1 before.</source>
        <translation>此前它已被%1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="62" />
        <source>Then it was %1.</source>
        <translation>之后它被%1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="71" />
        <source>set by hand to %1</source>
        <translation>手动设为 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="72" />
        <source>set by hand to %1 (was %2)</source>
        <translation>手动设为 %1（原为 %2）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="81" />
        <source>%1.</source>
        <comment>what was done</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="83" />
        <source>its value at the start.</source>
        <translation>起始时的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="85" />
        <source>its value after update %1.</source>
        <translation>第 %1 次更新后的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="88" />
        <source>It is not trained.</source>
        <translation>它不参与训练。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="89" />
        <source>Line %1 changes it.</source>
        <translation>第 %1 行会改变它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="98" />
        <source>Largest running mean of the squared gradients of %1 so far.</source>
        <translation>%1 的梯度平方滑动平均迄今的最大值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="102" />
        <source>Sum of the squared gradients of %1: the larger, the smaller its steps.</source>
        <translation>%1 的梯度平方之和：越大，步子越小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="106" />
        <source>Running mean of the squared gradients of %1: the larger, the smaller its steps.</source>
        <translation>%1的梯度平方的滑动平均：它越大，步子越小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="110" />
        <source>Running mean of the gradients of %1.</source>
        <translation>%1的梯度的滑动平均。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="112" />
        <source>Velocity of %1: the sum of its gradients, older ones decaying.</source>
        <translation>%1的速度：历次梯度的累加，越早的影响越小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="124" />
        <source>The candidate for %1: the value kept so far, changed at random.</source>
        <translation>%1的候选值：在保留的值上随机改变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="128" />
        <source>The value of %1 in the generation’s best candidate.</source>
        <translation>这一代最好的候选中%1的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="130" />
        <source>This update’s random number for %1, uniform between −1 and 1. No line computes it.</source>
        <translation>这次更新用于%1的随机数：−1 到 1 之间的可能性相同。它不由任何一行算出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="135" />
        <source>This update’s random number for %1, normally distributed with standard deviation 1. No line computes it.</source>
        <translation>这次更新用于%1的随机数：钟形分布，标准差为 1。它不由任何一行算出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="153" />
        <source>It was %1, and is measured again since a parameter was set.</source>
        <translation>它原为 %1；由于设置了一个参数，已重新测量。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="159" />
        <source>The lowest loss of this generation’s candidates so far.</source>
        <translation>这一代的候选至今最低的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_state.py" line="160" />
        <source>The loss of the parameters kept so far: a candidate with a lower one replaces them.</source>
        <translation>保留的参数的损失：损失更低的候选会取而代之。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/chain_rule.py" line="49" />
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/chain_rule.py" line="51" />
        <source>Chain rule for %1</source>
        <translation>链式法则（%1）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/chain_rule.py" line="75" />
        <source>(they cancel)</source>
        <translation>（相互抵消）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/chain_rule.py" line="83" />
        <source>Line %1 has %2: %3 was set by hand before it.</source>
        <translation>第 %1 行为 %2：在它之前 %3 被手动设置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/chain_rule.py" line="88" />
        <source>Line %1 has %2.</source>
        <translation>第 %1 行得到的是 %2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="45" />
        <source>… %1 others together</source>
        <translation>… 其余 %1 项之和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="75" />
        <source>What each sample adds</source>
        <translation>每个样本的贡献</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="77" />
        <source>What each term adds</source>
        <translation>每一项的贡献</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="79" />
        <source>in order</source>
        <translation>按次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="80" />
        <source>Click: in the order of the sum</source>
        <translation>点击：按求和的次序排列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="82" />
        <source>by size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="83" />
        <source>Click: the largest first</source>
        <translation>点击：最大的在前</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="99" />
        <source>%1 · class %2</source>
        <translation>%1 · 类 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/bars.py" line="106" />
        <source>Click: select %1</source>
        <translation>点击：选择 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/used_by.py" line="30" />
        <source>Used by</source>
        <translation>用于</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/used_by.py" line="54" />
        <source>(line %1, before it was set by hand)</source>
        <translation>（第 %1 行，在手动设置之前）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/used_by.py" line="56" />
        <source>(line %1)</source>
        <translation>（第 %1 行）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/used_by.py" line="58" />
        <source>, … %1 in all</source>
        <translation>，… 共 %1 处</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/page_writer.py" line="85" />
        <source>your code</source>
        <translation>你的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/page_writer.py" line="95" />
        <source>measured again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/page_writer.py" line="96" />
        <source>set by hand</source>
        <translation>手动设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="26" />
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="33" />
        <source>input %1</source>
        <translation>%1号输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="35" />
        <source>the output</source>
        <translation>输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="37" />
        <source>output %1</source>
        <translation>%1号输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="39" />
        <source>hidden unit %1</source>
        <translation>%1号隐藏单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="40" />
        <source>unit %1 of layer %2</source>
        <translation>第%2层%1号单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="50" />
        <source>sample %1</source>
        <translation>%1号样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="58" />
        <source>the bias of layer %1</source>
        <translation>第 %1 层的偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="60" />
        <source>the bias of %1</source>
        <translation>%1的偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="62" />
        <source>the weight from %1 to %2</source>
        <translation>从%1到%2的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="37" />
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="21" />
        <source>Which way and how hard %1 pulls %2.</source>
        <translation>%1把%2往哪边拉、拉得多用力。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="23" />
        <source>%1 pulls %2 up: a larger z would lower its loss.</source>
        <translation>%1把%2往上拉：z 增大会降低它的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="25" />
        <source>%1 pulls %2 down: a larger z would raise its loss.</source>
        <translation>%1把%2往下拉：z 增大会升高它的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="66" />
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="27" />
        <source>%1 does not pull %2 either way.</source>
        <translation>%1对%2没有拉力。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="52" />
        <source>%1 pulls %2 up; the weight %3 passes that on.</source>
        <translation>%1把%2往上拉，由权重 %3 传回来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="54" />
        <source>%1 pulls %2 down; the weight %3 passes that on.</source>
        <translation>%1把%2往下拉，由权重 %3 传回来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="64" />
        <source>The slope of %2 is 0: nothing passes back through it.</source>
        <translation>%2的斜率为 0：没有梯度能从它传回。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="70" />
        <source>So %1 pulls %2 up.</source>
        <translation>所以%1把%2往上拉。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="72" />
        <source>So %1 pulls %2 down.</source>
        <translation>所以%1把%2往下拉。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="75" />
        <source>So %1 pulls %2 up, scaled by its slope %3.</source>
        <translation>所以%1把%2往上拉，力度再乘以它的斜率 %3。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="77" />
        <source>So %1 pulls %2 down, scaled by its slope %3.</source>
        <translation>所以%1把%2往下拉，力度再乘以它的斜率 %3。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="93" />
        <source>How steeply the loss rises with %1.</source>
        <translation>损失随%1上升得有多快。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="95" />
        <source>The loss rises with %1, so gradient descent lowers it.</source>
        <translation>%1增大则损失上升，所以梯度下降会把它调小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="97" />
        <source>The loss rises with %1.</source>
        <translation>损失随%1增大而上升。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="99" />
        <source>The loss falls with %1, so gradient descent raises it.</source>
        <translation>%1增大则损失下降，所以梯度下降会把它调大。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="101" />
        <source>The loss falls with %1.</source>
        <translation>损失随%1增大而下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="102" />
        <source>The loss does not change with %1.</source>
        <translation>损失不随%1变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="107" />
        <source>How steeply loss and penalty together rise with %1.</source>
        <translation>损失与惩罚项之和随%1增大而上升的快慢。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="109" />
        <source>Loss and penalty together rise with %1, so gradient descent lowers it.</source>
        <translation>损失与惩罚项之和随%1增大而上升，因此梯度下降会减小它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="113" />
        <source>Loss and penalty together rise with %1.</source>
        <translation>损失与惩罚项之和随%1增大而上升。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="115" />
        <source>Loss and penalty together fall with %1, so gradient descent raises it.</source>
        <translation>损失与惩罚项之和随%1增大而下降，因此梯度下降会增大它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="119" />
        <source>Loss and penalty together fall with %1.</source>
        <translation>损失与惩罚项之和随%1增大而下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="120" />
        <source>Loss and penalty together do not change with %1.</source>
        <translation>损失与惩罚项之和不随%1变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="126" />
        <source>Lines of this update have read different values, as one was set by hand in between.</source>
        <translation>本次更新的各行读取到了不同的值，因为其间有一个值被手动设置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="131" />
        <source>This update makes a mistake: the number may mislead.</source>
        <translation>本次更新含有一个错误：这个数可能会误导。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="139" />
        <source>The penalty's part of the gradient of %1: it draws the bias towards 0.</source>
        <translation>%1 的梯度中惩罚项的部分：它把偏置拉向 0。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="143" />
        <source>The penalty's part of the gradient of %1: it draws the weight towards 0.</source>
        <translation>%1的梯度中来自惩罚项的部分：它把权重拉向 0。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning_backward.py" line="151" />
        <source>How the loss changes with what %1 passes on for %2.</source>
        <translation>损失如何随 %1 对 %2 传出的值变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="79" />
        <source>Explanation of a number</source>
        <translation>一个数的解释</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="87" />
        <source>Path to this number</source>
        <translation>来路</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="95" />
        <source>This number stays selected while you step. Click: follow the lines again (Esc)</source>
        <translation>单步时这个数保持选中。单击：重新跟随程序行（Esc）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="106" />
        <source>All digits</source>
        <translation>全部数位</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="107" />
        <source>Show every number with all its digits</source>
        <translation>把每个数写到最后一位</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="122" />
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="129" />
        <source>Copy as numpy</source>
        <translation>复制为 numpy 代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="211" />
        <source>Copy all of %1 as numpy (Ctrl+Shift+C)</source>
        <translation>把整个 %1 复制为 numpy 代码 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="222" />
        <source>pinned %1</source>
        <translation>已固定 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="280" />
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="281" />
        <source>Copy number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="284" />
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="294" />
        <source>Run a line, or click a number, to see its equation here with its numbers.</source>
        <translation>运行一行，或点击一个数：这里会写出它的算式，并代入具体数值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning.py" line="67" />
        <source>Not computed yet: run to line %1.</source>
        <translation>尚未计算：运行到第 %1 行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning.py" line="72" />
        <source>Not a finite number: nothing can be learned from here on.</source>
        <translation>不是有限数：从这里起学不到任何东西。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning.py" line="74" />
        <source>Not finite, although every number that it comes from is: it went wrong in this line.</source>
        <translation>不是有限数，而算它所用的数都是：问题就出在这一行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/meaning.py" line="77" />
        <source>Not finite, because a number that it comes from is not: follow that one.</source>
        <translation>不是有限数，因为算它所用的某个数不是：请顺着那个数查下去。</translation>
    </message>
</context><context>
    <name>Introduction</name>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="121" />
        <source>4 of 4. Why did it work? Step back with ←, and see.</source>
        <translation>4 个全对。为什么学会了？用 ← 后退看看。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="123" />
        <source>Again and again: %1 of %2 samples are right.</source>
        <translation>反复更新：%2 个样本中 %1 个正确。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="128" />
        <source>One update of a small network, line by line.</source>
        <translation>逐行执行一个小网络的一次更新。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="136" />
        <source>Forward: the samples go through the network, layer by layer.</source>
        <translation>前向：样本逐层通过网络。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="138" />
        <source>Loss: how far the outputs are from the targets, as one number.</source>
        <translation>损失：输出偏离目标的程度，用一个数表示。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="140" />
        <source>Backward: how the loss changes with each weight, from the output back.</source>
        <translation>反向：从输出往回，求损失随每个权重的变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/introduction.py" line="142" />
        <source>Update: each weight moves a little against its gradient.</source>
        <translation>更新：每个权重沿梯度的反方向移动一点。</translation>
    </message>
</context><context>
    <name>JumpField</name>
    <message>
        <location filename="../../nnviz/views/timeline/jump_field.py" line="85" />
        <source>Update to go to</source>
        <translation>要转到的更新</translation>
    </message>
</context><context>
    <name>KeyRow</name>
    <message>
        <location filename="../../nnviz/views/boundary/key_row.py" line="40" />
        <source>What the marks mean</source>
        <translation>标记的含义</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/key_row.py" line="93" />
        <source>● a training sample, in the colour of its class or target</source>
        <translation>● 训练样本，颜色为其类别或目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/key_row.py" line="94" />
        <source>○ hollow: a test sample, which is not used for training</source>
        <translation>○ 空心：测试样本，不用于训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/key_row.py" line="95" />
        <source>× misclassified</source>
        <translation>× 分类错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/key_row.py" line="96" />
        <source>amber ring: the sample whose numbers are shown</source>
        <translation>琥珀色圆环：正在显示数值的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/key_row.py" line="97" />
        <source>blue ring: the sample under the mouse</source>
        <translation>蓝色圆环：鼠标下的样本</translation>
    </message>
</context><context>
    <name>Kinds</name>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="17" />
        <source>Sessions (%1)</source>
        <translation>会话 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="22" />
        <source>Scenarios (%1)</source>
        <translation>场景 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="27" />
        <source>Samples (%1)</source>
        <translation>样本 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="32" />
        <source>Models of other libraries (%1)</source>
        <translation>其他库的模型 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="37" />
        <source>All supported files (%1)</source>
        <translation>所有可打开的文件 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="40" />
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="47" />
        <source>Python scripts (%1)</source>
        <translation>Python 脚本 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="48" />
        <source>Notebooks (%1)</source>
        <translation>笔记本 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="49" />
        <source>Markdown (%1)</source>
        <translation>Markdown (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="50" />
        <source>LaTeX (%1)</source>
        <translation>LaTeX (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="51" />
        <source>HTML pages (%1)</source>
        <translation>HTML 页面 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="52" />
        <source>JSON (%1)</source>
        <translation>JSON (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="53" />
        <source>Tables (%1)</source>
        <translation>表格 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="54" />
        <source>Arrays of numpy (%1)</source>
        <translation>numpy 数组 (%1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/file_filters.py" line="61" />
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
</context><context>
    <name>LayerEditor</name>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="125" />
        <source>add layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="153" />
        <source>Add a hidden layer like the last one before the output.</source>
        <translation>在输出层之前再加一个隐藏层，与最后一个隐藏层相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="163" />
        <source>Layer {number}: {what}</source>
        <translation>第 {number} 层：{what}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="168" />
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="172" />
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
</context><context>
    <name>LayerRow</name>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="53" />
        <source>Units of layer {number}</source>
        <translation>第 {number} 层的单元数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="56" />
        <source>Activation of layer {number}</source>
        <translation>第 {number} 层的激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="62" />
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="88" />
        <source>Units of this layer.</source>
        <translation>这一层的单元数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="91" />
        <source>Activation of this layer's units.</source>
        <translation>这一层各单元的激活函数。</translation>
    </message>
</context><context>
    <name>Legend</name>
    <message>
        <location filename="../../nnviz/views/widgets/legend.py" line="46" />
        <source>Orange is negative, grey is zero, blue is positive</source>
        <translation>橙色为负，灰色为零，蓝色为正</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/legend.py" line="51" />
        <source>Orange is 0, grey is one half, blue is 1</source>
        <translation>橙色为 0，灰色为 ½，蓝色为 1</translation>
    </message>
</context><context>
    <name>LineVerbs</name>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="56" />
        <source>Run to here</source>
        <translation>运行到这里</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="57" />
        <source>Set a breakpoint here</source>
        <translation>在此设断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="57" />
        <source>Remove the breakpoint</source>
        <translation>移除断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="60" />
        <source>Disable the breakpoint</source>
        <translation>停用断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="60" />
        <source>Enable the breakpoint</source>
        <translation>启用断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="63" />
        <source>Explain its result</source>
        <translation>解释这一行的结果</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="66" />
        <source>Watch %1</source>
        <translation>监视 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/line_verbs.py" line="68" />
        <source>Copy the formula</source>
        <translation>复制公式</translation>
    </message>
</context><context>
    <name>ListRows</name>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="91" />
        <source>{number} factors</source>
        <translation>{number} 个系数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="108" />
        <source>η per layer</source>
        <translation>各层 η</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="109" />
        <source>A learning rate for each layer, from the first to the last, like “0.1, η”; η is the common one.</source>
        <translation>每层的学习率，从第一层到最后一层，如“0.1, η”；η 表示共用的学习率。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="113" />
        <source>As many numbers from 0 on as there are layers, or η, separated by commas; empty for η in all</source>
        <translation>与层数一样多的非负数，或 η，用逗号分隔；留空表示所有层都用 η</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="117" />
        <source>η in all layers</source>
        <translation>所有层都用 η</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="143" />
        <source>Factors</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="144" />
        <source>What η is multiplied by, one after the other; the last one stays.</source>
        <translation>依次与 η 相乘的系数；最后一个一直保留。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/list_rows.py" line="145" />
        <source>At least one number from 0 on, separated by commas, like “1, 1, 0.5”</source>
        <translation>至少一个非负数，用逗号分隔，如“1, 1, 0.5”</translation>
    </message>
</context><context>
    <name>LossPanel</name>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="65" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="53" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="172" />
        <location filename="../../nnviz/views/loss/texts.py" line="114" />
        <location filename="../../nnviz/views/loss/texts.py" line="85" />
        <location filename="../../nnviz/views/loss/texts.py" line="31" />
        <source>train {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="174" />
        <location filename="../../nnviz/views/loss/texts.py" line="119" />
        <location filename="../../nnviz/views/loss/texts.py" line="89" />
        <location filename="../../nnviz/views/loss/texts.py" line="33" />
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="92" />
        <location filename="../../nnviz/views/loss/texts.py" line="37" />
        <source>accuracy {0} of {1}</source>
        <translation>准确率 {0} / {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="61" />
        <source>mean of {0} samples</source>
        <translation>{0} 个样本的均值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="103" />
        <location filename="../../nnviz/views/loss/texts.py" line="69" />
        <source>after update {0}</source>
        <translation>第 {0} 次更新之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="71" />
        <source>before the first update</source>
        <translation>第一次更新之前</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="75" />
        <source>after this update</source>
        <translation>本次更新之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="77" />
        <source>in the middle of this update</source>
        <translation>本次更新之中</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="78" />
        <source>before this update</source>
        <translation>本次更新之前</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="117" />
        <location filename="../../nnviz/views/loss/texts.py" line="87" />
        <source>with the penalty {0}</source>
        <translation>加惩罚 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="95" />
        <source>test accuracy {0} of {1}</source>
        <translation>测试准确率 {0} / {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="97" />
        <source>training: R² {0}, RMSE {1}</source>
        <translation>训练：R² {0}，RMSE {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="98" />
        <source>test: R² {0}, RMSE {1}</source>
        <translation>测试：R² {0}，RMSE {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="111" />
        <source>after update {0} · epoch {1}</source>
        <translation>更新 {0} 之后 · 轮 {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="176" />
        <location filename="../../nnviz/views/loss/texts.py" line="121" />
        <source>accuracy {0} %</source>
        <translation>准确率 {0} %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="123" />
        <source>test accuracy {0} %</source>
        <translation>测试准确率 {0} %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="156" />
        <source>1 point = {0} updates</source>
        <translation>每点 {0} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="158" />
        <source>1 point = {0} epochs</source>
        <translation>每点 {0} 轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="160" />
        <source>band: {0} updates</source>
        <translation>色带：{0} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="166" />
        <source>not finite after update {0}</source>
        <translation>第 {0} 次更新后不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="177" />
        <source>at {0}: {1}</source>
        <translation>{0} 次时：{1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="76" />
        <source>Loss over the updates; + and − zoom, ← and → pan, 0 follows the run</source>
        <translation>损失随更新的变化；+ 和 − 缩放，← 和 → 平移，0 跟随运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="84" />
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="85" />
        <source>Show the whole run and follow it (0, or double-click the plot)</source>
        <translation>显示整个运行过程并继续跟随（按 0，或双击图）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="89" />
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="90" />
        <source>Draw the share of training samples that are classified correctly</source>
        <translation>画出分类正确的训练样本所占的比例</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="93" />
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="93" />
        <source>log</source>
        <translation>对数</translation>
    </message>
</context><context>
    <name>LossPlot</name>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="50" />
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="53" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="67" />
        <source>The curve grows with every update.</source>
        <translation>每次更新，曲线就延长一点。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="70" />
        <source>0 is below the axis</source>
        <translation>0 在坐标轴之下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/legend.py" line="53" />
        <source>%1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="137" />
        <source>function evaluations</source>
        <translation>函数求值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/texts.py" line="138" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
</context><context>
    <name>MainWindow</name>
    <message>
        <location filename="../../nnviz/views/window/main_window.py" line="414" />
        <source>Opening “%1” …</source>
        <translation>正在打开“%1”…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/main_window.py" line="414" />
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context><context>
    <name>Map</name>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="18" />
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="19" />
        <source>not finite</source>
        <translation>不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="20" />
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="21" />
        <source>nothing</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="29" />
        <source>Each cell is trained separately; click one to open it here.</source>
        <translation>每格各自训练；点击一格，就在这里打开它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="33" />
        <source>%1 of %2 cells · %3 s</source>
        <translation>%1 / %2 格 · %3 秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="37" />
        <source>Stopped after %1 of %2 cells · %3 s</source>
        <translation>完成 %1 / %2 格后结束 · %3 秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="46" />
        <source>%1 of %2 cells end with a loss below %3</source>
        <translation>%1 / %2 格的最终损失低于 %3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="54" />
        <source>%1 not finite</source>
        <translation>%1 格不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="57" />
        <source>%1 cannot be run</source>
        <translation>%1 格无法运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="73" />
        <source>Not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="75" />
        <source>It cannot be run:</source>
        <translation>无法运行：</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="79" />
        <source>Click or press Enter to open it as a session</source>
        <translation>点击或按 Enter：作为会话打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="90" />
        <source>Loss below %1 after %2 updates</source>
        <translation>%2 次更新后损失低于 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="93" />
        <source>Loss never below %1</source>
        <translation>损失从未低于 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="96" />
        <source>Not finite from update %1 on, where training stopped</source>
        <translation>从更新 %1 起不是有限数，到此结束</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/texts.py" line="99" />
        <source>%1 updates</source>
        <translation>%1 次更新</translation>
    </message>
</context><context>
    <name>MapForm</name>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="42" />
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="42" />
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="45" />
        <source>How long each cell is trained</source>
        <translation>每格训练多久</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="48" />
        <source>A cell has learned when its training loss is below this</source>
        <translation>训练损失低于此值，就算这一格学会了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="50" />
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="50" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="50" />
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="53" />
        <source>Where it is trained</source>
        <translation>在哪里训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="54" />
        <source>on this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="55" />
        <source>on a Dask cluster</source>
        <translation>在 Dask 集群上</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="60" />
        <location filename="../../nnviz/views/map/form.py" line="59" />
        <source>Address of the cluster’s scheduler</source>
        <translation>集群调度器的地址</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="82" />
        <source>loss below</source>
        <translation>损失低于</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/form.py" line="145" />
        <source>Enter the address of the cluster’s scheduler, such as tcp://host:8786</source>
        <translation>请输入集群调度器的地址，如 tcp://host:8786</translation>
    </message>
</context><context>
    <name>MapPanel</name>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="64" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="60" />
        <source>Map</source>
        <translation>扫描图</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="70" />
        <location filename="../../nnviz/views/map/panel.py" line="69" />
        <source>What the cells are coloured by</source>
        <translation>格的颜色表示什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="146" />
        <location filename="../../nnviz/views/map/panel.py" line="74" />
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="80" />
        <source>Map, cell by cell</source>
        <translation>扫描图，逐格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="146" />
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="161" />
        <source>The scenario has no test samples</source>
        <translation>这个场景没有测试样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="216" />
        <source>Open this cell</source>
        <translation>打开这一格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="220" />
        <source>Save the map as CSV…</source>
        <translation>把扫描图保存为 CSV…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="226" />
        <source>Save the map</source>
        <translation>保存扫描图</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/map/panel.py" line="226" />
        <source>Tables (%1)</source>
        <translation>表格 (%1)</translation>
    </message>
</context><context>
    <name>MatricesPanel</name>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="243" />
        <location filename="../../nnviz/views/matrices/panel.py" line="230" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="51" />
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="69" />
        <source>Layer whose matrices are shown</source>
        <translation>显示哪一层的矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="103" />
        <source>Which numbers are shown</source>
        <translation>显示哪些数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="104" />
        <source>yours</source>
        <translation>你的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="104" />
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="104" />
        <source>differ</source>
        <translation>差值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="105" />
        <source>Your numbers, those that are right, or yours less the right ones (D)</source>
        <translation>你的数、正确的数，或你的减去正确的 (D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="212" />
        <source>This line</source>
        <translation>这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="212" />
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="230" />
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="232" />
        <source>Your values</source>
        <translation>你的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="235" />
        <source>output, %1</source>
        <translation>输出层，%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="235" />
        <source>hidden, %1</source>
        <translation>隐藏层，%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tabs.py" line="20" />
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tabs.py" line="38" />
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/item.py" line="40" />
        <source>%1, shown %2</source>
        <translation>%1，显示比例 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="37" />
        <source>the largest in magnitude of rows %1 to %2, columns %3 to %4</source>
        <translation>第 %1–%2 行、第 %3–%4 列中绝对值最大的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="46" />
        <source>Wheel: move · Ctrl + wheel: look closer or farther</source>
        <translation>滚轮：移动 · Ctrl + 滚轮：放大或缩小</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="49" />
        <source>Ctrl + wheel: look closer, down to the numbers</source>
        <translation>Ctrl + 滚轮：放大，直到看见数字</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="50" />
        <source>Click: the inspector explains this number</source>
        <translation>点击：在检查器中解释这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="53" />
        <source>Double-click: type another value · drag: change it</source>
        <translation>双击：输入另一个值 · 拖动：改变它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="62" />
        <source>each number in its cells is to be taken %1</source>
        <translation>单元格中的每个数都要 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="71" />
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="82" />
        <source>%1 is not a parameter: only W and b can be edited</source>
        <translation>%1 不是参数：只有 W 和 b 可以编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="88" />
        <source>by how much this update changed %1</source>
        <translation>这次更新使 %1 改变了多少</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="91" />
        <source>the inputs of the batch's samples</source>
        <translation>本批样本的输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="93" />
        <source>the targets of the batch's samples</source>
        <translation>本批样本的目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="96" />
        <source>no line of the program changes it</source>
        <translation>程序中没有哪一行改变它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tooltips.py" line="98" />
        <source>line %1:  %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/own_code/shown_arrays.py" line="73" />
        <source>what the other names hold</source>
        <translation>其他名字的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/own_code/shown_arrays.py" line="117" />
        <source>should be</source>
        <translation>应为</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/own_code/shown_arrays.py" line="119" />
        <source>%1 − right</source>
        <translation>%1 − 正确值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/own_code/shown_arrays.py" line="140" />
        <source>%1   yours %2   right %3</source>
        <translation>%1   你的 %2   正确 %3</translation>
    </message>
</context><context>
    <name>MatrixCanvas</name>
    <message>
        <location filename="../../nnviz/views/matrices/canvas.py" line="87" />
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
</context><context>
    <name>MemoryRow</name>
    <message>
        <location filename="../../nnviz/views/history/memory_row.py" line="68" />
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/memory_row.py" line="71" />
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/memory_row.py" line="75" />
        <source>Memory for going back quickly. With less memory going back takes longer; nothing is lost.</source>
        <translation>为了快速返回而保存的过去。少一些，返回就慢一些；不会丢失任何内容。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/memory_row.py" line="78" />
        <source>Memory for going back, in MB</source>
        <translation>用于返回的内存（MB）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/history/memory_row.py" line="102" />
        <source>%1 of %2 MB</source>
        <translation>%1 / %2 MB</translation>
    </message>
</context><context>
    <name>Menus</name>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="22" />
        <source>S&amp;cenarios</source>
        <translation>场景(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="23" />
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="24" />
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="25" />
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="26" />
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="31" />
        <source>&amp;Export as</source>
        <translation>导出为(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="36" />
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="37" />
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="44" />
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="63" />
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="79" />
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context><context>
    <name>MistakeChips</name>
    <message>
        <location filename="../../nnviz/views/program/mistake_chips.py" line="86" />
        <source>Made on purpose:</source>
        <translation>故意的错误：</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/mistake_chips.py" line="135" />
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
</context><context>
    <name>Mistakes</name>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="24" />
        <source>Forward</source>
        <translation>前向计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="26" />
        <source>Loss and the output’s δ</source>
        <translation>损失与输出层 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="28" />
        <source>Hidden δ and slopes</source>
        <translation>隐藏层 δ 与激活函数的导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="30" />
        <source>Gradients of weights and biases</source>
        <translation>权重与偏置的梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="32" />
        <source>Sums and means</source>
        <translation>求和与取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="34" />
        <source>Penalty</source>
        <translation>正则化</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="36" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="38" />
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="40" />
        <source>Data, batches and initial parameters</source>
        <translation>数据、批量与初始参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="46" />
        <source>Make a mistake: %1</source>
        <translation>制造错误：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="46" />
        <source>Remove the mistake: %1</source>
        <translation>去掉错误：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="65" />
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="53" />
        <source>Has no effect here. It needs: %1</source>
        <translation>在这里不起作用。它需要：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="62" />
        <source>Cannot be made here. It needs: %1</source>
        <translation>在这里无法制造。需要：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="70" />
        <source>The shapes of its lines do not go with: %1</source>
        <translation>其各行的形状与以下错误不相容：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="83" />
        <source>Made on purpose: %1</source>
        <translation>故意的错误：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="92" />
        <source>A mistake is hidden: find it, or give up, before you make others.</source>
        <translation>藏着一个错误：先找到它或放弃，再制造别的错误。</translation>
    </message>
</context><context>
    <name>MistakesMenu</name>
    <message>
        <location filename="../../nnviz/views/program/mistakes_menu.py" line="63" />
        <source>Search the mistakes…</source>
        <translation>搜索错误…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/mistakes_menu.py" line="132" />
        <location filename="../../nnviz/views/program/mistakes_menu.py" line="75" />
        <source>Remove all mistakes</source>
        <translation>去掉所有错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/mistakes_menu.py" line="89" />
        <source>Make a mistake here</source>
        <translation>在这里制造错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/mistakes_menu.py" line="89" />
        <source>No mistake is known for this line</source>
        <translation>没有针对这一行的已知错误</translation>
    </message>
</context><context>
    <name>MistakesPanel</name>
    <message>
        <location filename="../../nnviz/views/mistakes/panel.py" line="38" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="65" />
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/mistakes/panel.py" line="43" />
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/mistakes/panel.py" line="44" />
        <source>Search the mistakes</source>
        <translation>搜索错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/mistakes/panel.py" line="47" />
        <source>No mistake contains all of these words.</source>
        <translation>没有哪个错误同时含有这些词。</translation>
    </message>
</context><context>
    <name>ModelDialog</name>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="95" />
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="112" />
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="145" />
        <source>File of samples…</source>
        <translation>样本文件…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="168" />
        <location filename="../../nnviz/views/model_file/dialog.py" line="150" />
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="156" />
        <source>those that are open: %1</source>
        <translation>当前打开的：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="156" />
        <source>those that are open, %1, have %2 inputs</source>
        <translation>当前打开的 %1 有 %2 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="158" />
        <source>of a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="178" />
        <source>units × inputs, as in PyTorch</source>
        <translation>单元 × 输入（同 PyTorch）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="178" />
        <source>inputs × units</source>
        <translation>输入 × 单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="189" />
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="200" />
        <source>Layer %1 (%2)</source>
        <translation>第 %1 层（%2）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="210" />
        <source>by outputs and samples</source>
        <translation>根据输出和样本确定</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="210" />
        <source>the model's: %1</source>
        <translation>模型自带：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="215" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="221" />
        <source>A network of %1: %2.</source>
        <translation>%1 的网络：%2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="223" />
        <source>Its file does not name the activations: choose them.</source>
        <translation>文件中没有激活函数的名称：请选择。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/model_file/dialog.py" line="226" />
        <source>A network needs samples: choose a file.</source>
        <translation>网络需要样本：请选择文件。</translation>
    </message>
</context><context>
    <name>NameEdit</name>
    <message>
        <location filename="../../nnviz/views/widgets/name_edit.py" line="32" />
        <source>New name of the branch</source>
        <translation>分支的新名字</translation>
    </message>
</context><context>
    <name>NetworkCanvas</name>
    <message>
        <location filename="../../nnviz/views/network/canvas.py" line="90" />
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
</context><context>
    <name>NetworkForm</name>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="36" />
        <source>Units of each layer, the inputs first</source>
        <translation>每层的单元数，输入在前</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="46" />
        <source>a sample is a row</source>
        <translation>一个样本是一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="46" />
        <source>a sample is a column</source>
        <translation>一个样本是一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="49" />
        <source>Judge again</source>
        <translation>重新判断</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="55" />
        <source>sizes</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="56" />
        <source>hidden</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="57" />
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="58" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/findings/network_form.py" line="59" />
        <source>samples</source>
        <translation>样本</translation>
    </message>
</context><context>
    <name>NetworkPanel</name>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="54" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="48" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="104" />
        <location filename="../../nnviz/views/network/names.py" line="77" />
        <source>input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="133" />
        <location filename="../../nnviz/views/network/names.py" line="85" />
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="89" />
        <source>all %2</source>
        <translation>全部 %2 条</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="91" />
        <source>%1 strongest of %2</source>
        <translation>最强 %1 条，共 %2 条</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="106" />
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="107" />
        <source>hidden</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="63" />
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="63" />
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="63" />
        <source>last change</source>
        <translation>改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="65" />
        <source>What the edges show</source>
        <translation>连线表示什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="83" />
        <location filename="../../nnviz/views/network/panel.py" line="122" />
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="122" />
        <source>sample %1, not in this update's batch</source>
        <translation>样本 %1，不在这次更新的批中</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="32" />
        <source>Click: show this layer's matrices</source>
        <translation>点击：显示这一层的矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="38" />
        <source>Double-click: type another value · drag: change it</source>
        <translation>双击：输入另一个值 · 拖动：改变它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="48" />
        <source>%1, unit %2</source>
        <translation>%1，单元 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="56" />
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="65" />
        <source>Colour of the unit: orange %1 to blue %2</source>
        <translation>单元的颜色：橙 %1 到蓝 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="76" />
        <source>%1 = %2 before scaling</source>
        <translation>%1 = %2（缩放前）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="84" />
        <source>Sample %1 is not in this update's batch: z and a are computed for it with the current parameters, and it has no δ.</source>
        <translation>样本 %1 不在这次更新的批中：它的 z 和 a 按当前参数计算，没有 δ。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="93" />
        <source>Click: explain the bias</source>
        <translation>点击：解释这个偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="95" />
        <source>Click: explain this δ</source>
        <translation>点击：解释这个 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="97" />
        <source>Click: select the target</source>
        <translation>点击：选择这个目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="98" />
        <source>Click: select this unit</source>
        <translation>点击：选择这个单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="106" />
        <source>Click: explain %1</source>
        <translation>点击：解释 %1</translation>
    </message>
</context><context>
    <name>NetworkSection</name>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="52" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="53" />
        <source>new weights</source>
        <translation>重抽权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="60" />
        <source>The number in the formula of the activation.</source>
        <translation>激活函数公式中的数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="62" />
        <source>Number of the hidden activation</source>
        <translation>隐藏层激活函数的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="65" />
        <source>Number of the output activation</source>
        <translation>输出层激活函数的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="151" />
        <location filename="../../nnviz/views/setup/network_section.py" line="151" />
        <location filename="../../nnviz/views/setup/network_section.py" line="70" />
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="161" />
        <location filename="../../nnviz/views/setup/network_section.py" line="161" />
        <location filename="../../nnviz/views/setup/network_section.py" line="73" />
        <source>Initial biases</source>
        <translation>初始偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="111" />
        <source>Draw other weights: the next seed.</source>
        <translation>用下一个种子重新抽取权重。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="113" />
        <source>Nothing is drawn here: another seed would give the same weights.</source>
        <translation>这里没有随机抽取：换种子得到的权重也一样。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="119" />
        <source>New weights, seed {number}</source>
        <translation>重抽权重，种子 {number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="123" />
        <source>The function that every hidden unit applies to its weighted input.</source>
        <translation>每个隐藏单元如何变换它的加权输入。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="124" />
        <source>Hidden</source>
        <translation>隐藏激活</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="124" />
        <source>Hidden activation</source>
        <translation>隐藏层激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="128" />
        <source>The function that an output unit applies to its weighted input. A loss that does not suit it is changed too.</source>
        <translation>输出单元如何变换它的加权输入。不相配的损失会一并更换。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="132" />
        <source>Output</source>
        <translation>输出激活</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="132" />
        <source>Output activation</source>
        <translation>输出层激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="138" />
        <source>How many output units there are: one for two classes, or one for each class or target.</source>
        <translation>有多少个输出单元：两个类别用一个，或者每个类别、每个目标各一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="139" />
        <location filename="../../nnviz/views/setup/network_section.py" line="139" />
        <source>Outputs</source>
        <translation>输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="143" />
        <source>Which random numbers the initial parameters are drawn from: the same seed, the same weights.</source>
        <translation>抽取初始参数所用的随机数：种子相同，权重就相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="146" />
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="146" />
        <source>Seed of the weights</source>
        <translation>权重种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="150" />
        <source>How the weights are drawn that the network starts with.</source>
        <translation>网络的初始权重如何抽取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="155" />
        <source>Whether each unit adds a bias of its own, all units of a layer the same one, or none.</source>
        <translation>每个单元加上自己的偏置、一层的所有单元加上同一个偏置，还是没有偏置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="156" />
        <location filename="../../nnviz/views/setup/network_section.py" line="156" />
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="160" />
        <source>How the biases are drawn that the network starts with.</source>
        <translation>网络的初始偏置如何抽取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="165" />
        <source>Which of numpy's generators draws: the legacy one reproduces the numbers of older code.</source>
        <translation>用 numpy 的哪个生成器抽取：旧版可得到与早期代码相同的数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="166" />
        <location filename="../../nnviz/views/setup/network_section.py" line="166" />
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
</context><context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../nnviz/views/widgets/notice_bar.py" line="139" />
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/notice_bar.py" line="142" />
        <location filename="../../nnviz/views/widgets/notice_bar.py" line="141" />
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context><context>
    <name>Notices</name>
    <message>
        <location filename="../../nnviz/app/notices.py" line="104" />
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/notices.py" line="133" />
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/notices.py" line="141" />
        <source>Editing the past started %1; %2 keeps the old future (Run ▸ Branches).</source>
        <translation>在过去所做的修改产生了%1；原来的后续保留在%2（运行 ▸ 分支）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/notices.py" line="148" />
        <source>A defect in nnviz: %1. The run is paused; nothing is lost.</source>
        <translation>nnviz 出现缺陷：%1。运行已暂停，没有丢失任何内容。</translation>
    </message>
</context><context>
    <name>NumberField</name>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="110" />
        <source>A whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="111" />
        <source>A number from {low} to {high}, like 0.5, 1/3 or 1e-3</source>
        <translation>{low} 到 {high} 的数，如 0.5、1/3 或 1e-3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="114" />
        <source>A whole number, {low} or more</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="115" />
        <source>A number, {low} or more, like 0.5, 1/3 or 1e-3</source>
        <translation>不小于 {low} 的数，如 0.5、1/3 或 1e-3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="117" />
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="118" />
        <source>A number, like 0.5, 1/3 or 1e-3</source>
        <translation>一个数，如 0.5、1/3 或 1e-3</translation>
    </message>
</context><context>
    <name>ObjectiveSection</name>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="26" />
        <source>Loss and penalty</source>
        <translation>损失与惩罚</translation>
    </message>
</context><context>
    <name>OnePlace</name>
    <message>
        <location filename="../../nnviz/views/window/one_place.py" line="38" />
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/one_place.py" line="38" />
        <source>all matrices</source>
        <translation>全部矩阵</translation>
    </message>
</context><context>
    <name>OutlinePanel</name>
    <message>
        <location filename="../../nnviz/views/outline/panel.py" line="48" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="69" />
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="23" />
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="40" />
        <source>Program: update %1, line %2 of %3</source>
        <translation>程序：第 %1 次更新，第 %2 行，共 %3 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="50" />
        <source>line %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="59" />
        <source>norm %1</source>
        <translation>范数 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="64" />
        <source>has just run</source>
        <translation>刚刚运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="74" />
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="108" />
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="126" />
        <source>row %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="146" />
        <source>Network, with the numbers of sample %1</source>
        <translation>网络，样本 %1 的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="148" />
        <source>Network, with the numbers of sample %1, which is not in this update's batch</source>
        <translation>网络，样本 %1 的数值；它不在这次更新的批中</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="158" />
        <source>inputs: %1</source>
        <translation>输入：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="159" />
        <source>layer %1: %2 units, %3</source>
        <translation>第 %1 层：%2 个单元，%3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="171" />
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="200" />
        <source>Samples: %1</source>
        <translation>样本：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="203" />
        <source>%1 of %2 classified correctly</source>
        <translation>%2 个中 %1 个分类正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="210" />
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/sections.py" line="240" />
        <source>Explanation of the selected cell</source>
        <translation>所选单元格的说明</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/panel.py" line="57" />
        <source>Everything in words</source>
        <translation>全部内容的文字说明</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/loss.py" line="29" />
        <source>Loss over the run: %1 after update %2</source>
        <translation>运行中的损失：第 %2 次更新后为 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/outline/loss.py" line="37" />
        <source>after update %1: %2</source>
        <translation>第 %1 次更新后：%2</translation>
    </message>
</context><context>
    <name>OwnArraysCanvas</name>
    <message>
        <location filename="../../nnviz/views/matrices/own_code/canvas.py" line="46" />
        <source>Arrays of your code</source>
        <translation>你代码里的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/own_code/canvas.py" line="114" />
        <source>No name holds numbers here yet.</source>
        <translation>这里还没有名字存有数。</translation>
    </message>
</context><context>
    <name>OwnCode</name>
    <message>
        <location filename="../../nnviz/views/error_text.py" line="31" />
        <source>The network that was found cannot be drawn.</source>
        <translation>无法画出所识别的网络。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="63" />
        <source>Your code is running, in a process of its own.</source>
        <translation>你的代码正在单独的进程里运行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="64" />
        <source>Your code could not be run.</source>
        <translation>你的代码无法运行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="68" />
        <source>Your code has not been run: Ctrl+Enter runs it.</source>
        <translation>你的代码还没有运行：按 Ctrl+Enter 运行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="69" />
        <source>Your code has not been run: Enter runs it.</source>
        <translation>你的代码还没有运行：按回车运行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="73" />
        <source>No line of your code has run.</source>
        <translation>你的代码没有任何一行运行过。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="75" />
        <source>No line has run yet: → runs the first one.</source>
        <translation>还没有运行任何一行：→ 运行第一行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="76" />
        <source>Line %1 of your file</source>
        <translation>你文件的第 %1 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="79" />
        <source>%1: %2 is what nnviz calls %3; it should be %4</source>
        <translation>%1：%2 在 nnviz 里叫 %3；它应为 %4</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="119" />
        <source>This is about the session, which waits behind your code.</source>
        <translation>这里是会话的内容，会话在你的代码后面等着。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_panels.py" line="124" />
        <source>No network was recognised in your code.</source>
        <translation>在你的代码里没有识别出网络。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/values_text.py" line="43" />
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_layout.py" line="50" />
        <source>cell %1</source>
        <translation>单元格 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="21" />
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="27" />
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="28" />
        <source>the first line that is wrong</source>
        <translation>第一处错误的行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="29" />
        <source>right for what it got, which is wrong</source>
        <translation>就其输入而言是对的，但输入是错的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="30" />
        <source>not judged</source>
        <translation>未判断</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="44" />
        <source>should be: %1</source>
        <translation>应为：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="46" />
        <source>did not run in what was recorded</source>
        <translation>在录制的部分里没有运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="48" />
        <source>Double click or Enter: run to this line</source>
        <translation>双击或回车：运行到这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="55" />
        <source>Click: a breakpoint on line %1, which Space runs to (F9)</source>
        <translation>单击：在第 %1 行设断点，空格键会运行到那里 (F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="57" />
        <source>Breakpoint on line %1. Click: remove it (F9). Shift+click: disable it (Ctrl+F9)</source>
        <translation>第 %1 行有断点。单击：移除 (F9)。Shift+单击：停用 (Ctrl+F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="59" />
        <source>Disabled breakpoint on line %1. Click: remove it (F9). Shift+click: enable it (Ctrl+F9)</source>
        <translation>第 %1 行有停用的断点。单击：移除 (F9)。Shift+单击：启用 (Ctrl+F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="67" />
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="72" />
        <source>breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_texts.py" line="72" />
        <source>disabled breakpoint</source>
        <translation>停用的断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="21" />
        <source>your code</source>
        <translation>你的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="32" />
        <source>%1 could not be run.</source>
        <translation>%1 无法运行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="38" />
        <source>%1 has not been run.</source>
        <translation>%1 还没有运行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="39" />
        <source>It runs in a process of its own, with your rights: it can read and change whatever you can.</source>
        <translation>它在单独的进程里以你的权限运行：你能读写的，它都能读写。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="42" />
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="46" />
        <source>Running %1 …</source>
        <translation>正在运行 %1 …</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="48" />
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="52" />
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="60" />
        <source>Run with line %1 mended; the file is as it was.</source>
        <translation>已改正第 %1 行后运行；文件没有改动。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="61" />
        <source>Run with what you have typed; the file is as it was.</source>
        <translation>用你输入的内容运行；文件没有改动。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="63" />
        <source>Save to file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="63" />
        <source>Back to the file</source>
        <translation>回到文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="65" />
        <source>The file has changed since it ran.</source>
        <translation>文件在运行之后有改动。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="85" />
        <source>%1 raised %2: %3</source>
        <translation>%1 引发了 %2：%3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="91" />
        <source>No line ran: there is nothing to debug in %1.</source>
        <translation>没有任何一行运行：%1 中没有可调试的内容。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="94" />
        <source>%1 is the first that is wrong.</source>
        <translation>%1是第一处错误。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="98" />
        <source>Known: %1.</source>
        <translation>已知的错误：%1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="114" />
        <source>Cell %1, line %2</source>
        <translation>第 %1 个单元格第 %2 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="116" />
        <source>%1, line %2</source>
        <translation>%1 第 %2 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="118" />
        <source>Line %2</source>
        <translation>第 %2 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="126" />
        <source>recorded: 1 update in %1 s</source>
        <translation>已录制：1 次更新，%1 秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="128" />
        <source>recorded: %2 updates in %1 s</source>
        <translation>已录制：%2 次更新，%1 秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_text.py" line="130" />
        <source>recorded: %2 lines in %1 s</source>
        <translation>已录制：%2 行，%1 秒</translation>
    </message>
</context><context>
    <name>OwnCodeHelp</name>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="18" />
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="19" />
        <source>What the marks mean</source>
        <translation>标记的含义</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="20" />
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="21" />
        <source>What it cannot do</source>
        <translation>做不到的事</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="29" />
        <source>Drop the .py or .ipynb file that does not learn on the window, as it is.</source>
        <translation>把学不会的 .py 或 .ipynb 文件原样拖到窗口上。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="30" />
        <source>Or %1: paste the code, open a file, or insert an example.</source>
        <translation>或按 %1：粘贴代码、打开文件或插入示例。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="31" />
        <source>It is shown first; Enter runs it up to its third update, and finds the network in it. The sentence above your lines says which of them is the first that is wrong, what it should be, and why.</source>
        <translation>先显示代码；按 Enter 后运行到第三次更新，并从中找出网络。代码上方的句子说明第一处错误在哪一行、应该是什么、为什么。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="36" />
        <source>Right or wrong is decided by your own loss: nnviz moves your weights a little and compares how it changes with what your code did to them. A way that is unusual and right is not struck.</source>
        <translation>对错由你自己的损失来判定：nnviz 把你的权重稍作改动，比较损失的变化与你的代码所做的更新。写法少见但正确的，不会被判错。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="46" />
        <source>right; beside it stands the equation that the line computes</source>
        <translation>正确；旁边是这一行所计算的公式</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="49" />
        <source>the first line that is wrong; below it, in green, as it should be: Try it runs that</source>
        <translation>第一处错误；下方绿色的是应有的写法：点“试一试”即可运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="53" />
        <source>right for what it got, which is wrong</source>
        <translation>就其所得而言是对的，但所得的值是错的</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="55" />
        <source>no mark</source>
        <translation>无标记</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="56" />
        <source>not judged: nnviz knows no such line, which says nothing against it</source>
        <translation>未判断：nnviz 不认识这样的行，这不表示它有错</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="58" />
        <source>grey text</source>
        <translation>灰色文字</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="58" />
        <source>did not run in what was recorded</source>
        <translation>在录制的部分中没有运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="60" />
        <source>red frame</source>
        <translation>红框</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="61" />
        <source>your value of the wrong line; green: the right one</source>
        <translation>错误行上你的值；绿框：正确的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="68" />
        <source>a line of yours on, or back</source>
        <translation>前进或后退你的一行代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="71" />
        <source>to the next change of your parameters, or back</source>
        <translation>到下一次参数更新，或后退</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="73" />
        <source>a pass over your data on, or back</source>
        <translation>前进或后退一轮数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="76" />
        <source>into the loop over cells that has just run as one step</source>
        <translation>进入刚才当作一步运行的逐元素循环</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="78" />
        <source>your numbers, the right ones, the difference</source>
        <translation>你的数值、正确的数值、差值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="79" />
        <source>a breakpoint on the line; Space runs to it</source>
        <translation>在该行设断点；空格键运行到断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="82" />
        <source>in the editor: run what you have typed; Ctrl+S saves it and runs; Esc leaves</source>
        <translation>在编辑器中：运行所输入的代码；Ctrl+S 保存并运行；Esc 离开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="89" />
        <source>Your code runs in a process of its own with your rights: it can read and change whatever you can. Its time, memory and output are limited; session, scenario and data files never run code.</source>
        <translation>你的代码以你的权限在单独的进程中运行：凡是你能读取和修改的，它也能。它的时间、内存和输出都有限制；会话、场景和数据文件从不运行代码。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="94" />
        <source>Three updates are recorded. A mistake that shows later is not seen; long trainings are cut short.</source>
        <translation>只录制三次更新。之后才出现的错误看不到；很长的训练会被提前截断。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="98" />
        <source>Recurrent, convolutional and batch-normalised networks can be stepped through; of their lines nnviz says that it does not know them. Their gradients are checked against your loss all the same.</source>
        <translation>循环网络、卷积网络和批归一化网络可以单步执行；nnviz 会说明它不认识其中的行。它们的梯度仍会用你的损失来检验。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/own_code_help.py" line="103" />
        <source>Where no network is found, say which it is: Found ▸ change.</source>
        <translation>没有识别出网络时，请说明它是什么：已识别 ▸ 更改。</translation>
    </message>
</context><context>
    <name>OwnCodePane</name>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="110" />
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="113" />
        <source>Save and run</source>
        <translation>保存并运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="115" />
        <source>Leave the editor</source>
        <translation>退出编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="117" />
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="119" />
        <source>Insert example</source>
        <translation>插入示例</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="120" />
        <source>A small network for XOR that does not learn as it should</source>
        <translation>一个学得不对的小 XOR 网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="245" />
        <source>Run to this line</source>
        <translation>运行到这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="246" />
        <source>Toggle breakpoint</source>
        <translation>切换断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/pane.py" line="247" />
        <source>Go into the loop</source>
        <translation>进入循环</translation>
    </message>
</context><context>
    <name>Panel</name>
    <message>
        <location filename="../../nnviz/views/panel.py" line="197" />
        <source>Hide this panel; the View menu shows it again</source>
        <translation>隐藏此面板；可在“视图”菜单中重新显示</translation>
    </message>
</context><context>
    <name>ParameterFields</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/parameter_fields.py" line="86" />
        <source>any weight</source>
        <translation>任一权重</translation>
    </message>
</context><context>
    <name>PenaltyRows</name>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="52" />
        <source>What is added to the loss for large weights (regularisation).</source>
        <translation>因权重过大而加到损失上的项（正则化）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="67" />
        <source>Whether λ is divided by a number of samples, as λ/m in many courses.</source>
        <translation>λ 是否除以样本数，如许多课程中的 λ/m。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="68" />
        <source>λ over</source>
        <translation>λ 除以</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="68" />
        <source>λ is divided by</source>
        <translation>λ 的除数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="83" />
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="76" />
        <source>Penalise the biases</source>
        <translation>惩罚偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="77" />
        <source>Whether large biases cost as well.</source>
        <translation>过大的偏置是否也要付出代价。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="84" />
        <source>Stop penalising the biases</source>
        <translation>不再惩罚偏置</translation>
    </message>
</context><context>
    <name>PlaygroundBar</name>
    <message>
        <location filename="../../nnviz/views/playground/bar.py" line="176" />
        <location filename="../../nnviz/views/playground/bar.py" line="60" />
        <source>Playground link</source>
        <translation>Playground 链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/playground/bar.py" line="63" />
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/playground/bar.py" line="70" />
        <location filename="../../nnviz/views/playground/bar.py" line="69" />
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/playground/bar.py" line="162" />
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/playground/bar.py" line="163" />
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/playground/bar.py" line="164" />
        <source>as in Playground</source>
        <translation>与 Playground 相同</translation>
    </message>
</context><context>
    <name>Plots</name>
    <message>
        <location filename="../../nnviz/views/plots/navigation.py" line="168" />
        <source>Copy values (CSV)</source>
        <translation>复制数值（CSV）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/plots/navigation.py" line="169" />
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/plots/navigation.py" line="170" />
        <source>Show all (0)</source>
        <translation>显示全部（0）</translation>
    </message>
</context><context>
    <name>Preview</name>
    <message>
        <location filename="../../nnviz/views/imports/preview.py" line="114" />
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/preview.py" line="130" />
        <source>Click: what the column is for</source>
        <translation>点击：这一列的用途</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/imports/preview.py" line="166" />
        <source>additional answer</source>
        <translation>再加一个答案</translation>
    </message>
</context><context>
    <name>ProgramPanel</name>
    <message>
        <location filename="../../nnviz/views/lines/texts.py" line="21" />
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/texts.py" line="23" />
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/texts.py" line="25" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/texts.py" line="27" />
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/texts.py" line="29" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="173" />
        <location filename="../../nnviz/views/program/panel.py" line="85" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="49" />
        <source>Program of one update</source>
        <translation>一次更新的程序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="125" />
        <source>%1 and %2 have different shapes: both are repeated, to %3. This is probably a mistake</source>
        <translation>%1 与 %2 的形状不同：两者都被重复为 %3。这多半是错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="129" />
        <source>%1 is repeated, to %3. This is probably a mistake</source>
        <translation>%1 被重复为 %3。这多半是错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="131" />
        <source>%1 is repeated over the %4 samples</source>
        <translation>%1 对 %4 个样本重复</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="133" />
        <source>%1 is repeated over the %4 units</source>
        <translation>%1 对 %4 个单元重复</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="149" />
        <source>%1 should be %2: a silent broadcast has made it %3, with a value for each sample</source>
        <translation>%1 应为 %2：无声的广播使它成了 %3，每个样本一个值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="198" />
        <source>reads %1 · writes %2</source>
        <translation>读 %1 · 写 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="202" />
        <source>not computed yet in this update</source>
        <translation>这次更新尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="207" />
        <source>Click: select the line and what it writes</source>
        <translation>点击：选择这一行和它写出的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="215" />
        <source>Click: stop runs after line %1 (F9)</source>
        <translation>点击：让运行在第 %1 行之后停下 (F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="217" />
        <source>Breakpoint: runs stop after line %1</source>
        <translation>断点：运行在第 %1 行之后停下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="218" />
        <source>Shift+click: disable it (Ctrl+F9)</source>
        <translation>Shift+点击：停用但保留 (Ctrl+F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="220" />
        <source>Disabled breakpoint on line %1</source>
        <translation>第 %1 行的断点，已停用</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="221" />
        <source>Shift+click: enable it (Ctrl+F9)</source>
        <translation>Shift+点击：启用 (Ctrl+F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="222" />
        <source>Click: remove it (F9)</source>
        <translation>点击：取消断点 (F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="228" />
        <source>columns are samples</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="230" />
        <source>rows are samples</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="121" />
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="121" />
        <source>Type in your code here; Ctrl+Return runs it</source>
        <translation>在这里修改你的代码；Ctrl+回车 运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="122" />
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="122" />
        <source>Run it again, with what is in the file now</source>
        <translation>用文件现在的内容再运行一次</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="123" />
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="123" />
        <source>Back to the session that was open before</source>
        <translation>回到之前打开的会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="233" />
        <location filename="../../nnviz/views/program/panel.py" line="232" />
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="235" />
        <source>Make a known mistake on purpose, and see what it does</source>
        <translation>故意制造一个已知的错误，看看会怎样</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/corrections.py" line="103" />
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/corrections.py" line="103" />
        <source>The right line</source>
        <translation>正确的一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/corrections.py" line="105" />
        <source>left out</source>
        <translation>漏掉</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/corrections.py" line="105" />
        <source>This line is left out</source>
        <translation>这一行被漏掉了</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/corrections.py" line="107" />
        <source>its place</source>
        <translation>应在此</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/corrections.py" line="108" />
        <source>Line %1 belongs here</source>
        <translation>这里是第 %1 行应在的位置</translation>
    </message>
</context><context>
    <name>ProgramRows</name>
    <message>
        <location filename="../../nnviz/views/program/rows_picture.py" line="141" />
        <source>Click: show its lines</source>
        <translation>单击：展开这些行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/rows_picture.py" line="142" />
        <source>Click: fold its lines away</source>
        <translation>单击：折叠这些行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="184" />
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="186" />
        <source>line %1: %2, %3</source>
        <translation>第 %1 行：%2，%3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="189" />
        <source>breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="189" />
        <source>disabled breakpoint</source>
        <translation>断点，已停用</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/row_layout.py" line="194" />
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/rows.py" line="77" />
        <source>Program of one update</source>
        <translation>一次更新的程序</translation>
    </message>
</context><context>
    <name>Questions</name>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="24" />
        <source>Save the changes to “%1” before closing?</source>
        <translation>关闭前保存对“%1”的修改吗？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="26" />
        <source>Save the changes to “%1” before opening another?</source>
        <translation>打开另一个之前保存对“%1”的修改吗？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="28" />
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="29" />
        <source>&amp;Don’t save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="52" />
        <location filename="../../nnviz/documents/questions.py" line="30" />
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="38" />
        <source>“%1” is no longer there: it was deleted or moved. Save it there again?</source>
        <translation>“%1”已不在原处：它被删除或移动了。是否重新保存到那里？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="39" />
        <source>&amp;Save again</source>
        <translation>重新保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="41" />
        <source>“%1” is no file any more: something else has its name. Save under another name?</source>
        <translation>“%1”已不再是文件：别的东西占用了这个名称。是否以其他名称保存？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="42" />
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="44" />
        <source>“%1” can no longer be read, so it may have changed. Overwrite it?</source>
        <translation>“%1”无法再读取，因此可能已被更改。是否覆盖？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="48" />
        <location filename="../../nnviz/documents/questions.py" line="45" />
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="47" />
        <source>“%1” was changed by another program since it was opened or saved. Overwrite it?</source>
        <translation>“%1”在打开或保存之后被其他程序更改过。是否覆盖？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="50" />
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="62" />
        <source>nnviz ended unexpectedly. Recover “%1”, update %2, of %3?</source>
        <translation>nnviz 意外结束。要恢复“%1”吗（更新 %2，%3）？</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="68" />
        <source>Re&amp;cover</source>
        <translation>恢复(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/questions.py" line="69" />
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
</context><context>
    <name>Quiz</name>
    <message>
        <location filename="../../nnviz/controller/quiz.py" line="54" />
        <source>Break something</source>
        <translation>弄坏一处</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/quiz.py" line="64" />
        <source>Mistake found</source>
        <translation>找到错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/quiz.py" line="72" />
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
</context><context>
    <name>QuizBar</name>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="46" />
        <source>Which mistake it is</source>
        <translation>是哪个错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="48" />
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="50" />
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="60" />
        <location filename="../../nnviz/views/program/quiz_bar.py" line="59" />
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="122" />
        <source>Which mistake is it?</source>
        <translation>是哪个错误？</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="129" />
        <source>Found %1 of %2 so far.</source>
        <translation>至今找到 %1 / %2 个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="137" />
        <source>Something is broken. Find it with the debugger, then name it.</source>
        <translation>有一处被弄坏了。请用调试器找到它，再说出是哪个错误。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="140" />
        <source>It is not “%1”. Keep looking.</source>
        <translation>不是“%1”。请再找找。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="147" />
        <source>Found! It is “%1”. %2</source>
        <translation>找到了！是“%1”。%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/quiz_bar.py" line="147" />
        <source>It was “%1”. %2</source>
        <translation>是“%1”。%2</translation>
    </message>
</context><context>
    <name>RecentMenu</name>
    <message>
        <location filename="../../nnviz/views/window/recent_menu.py" line="32" />
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/recent_menu.py" line="35" />
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context><context>
    <name>RecordedStrip</name>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_strip.py" line="88" />
        <source>2 = update, :14 = line, 2:14</source>
        <translation>2 = 更新，:14 = 行，2:14</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_strip.py" line="89" />
        <source>Update or line to go to</source>
        <translation>要去的更新或行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_strip.py" line="97" />
        <source>Position in the recording</source>
        <translation>在录制中的位置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_strip.py" line="263" />
        <source>Click: type an update or a line to go to (Ctrl+J)</source>
        <translation>单击：输入要去的更新或行 (Ctrl+J)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="67" />
        <source>all that ran</source>
        <translation>运行的全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="68" />
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="71" />
        <source>update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="75" />
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="78" />
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="104" />
        <source>nothing has run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="106" />
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="109" />
        <source>cell %1, </source>
        <translation>单元格 %1，</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="111" />
        <source>before update 1</source>
        <translation>第 1 次更新之前</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="119" />
        <location filename="../../nnviz/views/timeline/recorded_groups.py" line="112" />
        <source>update %1 of %2 recorded</source>
        <translation>更新 %1 / 已录制 %2</translation>
    </message>
</context><context>
    <name>Recovery</name>
    <message>
        <location filename="../../nnviz/documents/recovery.py" line="117" />
        <source>It is no file, or a link that leads nowhere.</source>
        <translation>它不是文件，或是指向不存在之处的链接。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/recovery.py" line="130" />
        <source>A session that nnviz saved before it ended cannot be opened; the file is kept as %1.</source>
        <translation>nnviz 结束时保存的内容无法打开；它保留为 %1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/recovery.py" line="157" />
        <source>The session cannot be saved for recovery: %1</source>
        <translation>无法保存供恢复用的会话：%1</translation>
    </message>
</context><context>
    <name>RunSlider</name>
    <message>
        <location filename="../../nnviz/views/timeline/slider.py" line="56" />
        <source>The run so far</source>
        <translation>至今的运行</translation>
    </message>
</context><context>
    <name>SampleMenu</name>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="52" />
        <source>Add a sample here</source>
        <translation>在这里添加样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="55" />
        <source>Edit data</source>
        <translation>编辑数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="58" />
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="65" />
        <source>Relabel as class %1</source>
        <translation>改为类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="67" />
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="67" />
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context><context>
    <name>SampleTable</name>
    <message>
        <location filename="../../nnviz/views/samples/table.py" line="169" />
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/table.py" line="190" />
        <source>Click: sort; a third click brings the order of the data back</source>
        <translation>单击：排序；第三次单击恢复数据原来的顺序</translation>
    </message>
</context><context>
    <name>Samples</name>
    <message>
        <location filename="../../nnviz/views/samples/edits.py" line="36" />
        <source>Change sample %1</source>
        <translation>修改样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/edits.py" line="48" />
        <source>Remove sample %1</source>
        <translation>删除样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="54" />
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="60" />
        <location filename="../../nnviz/views/samples/columns.py" line="55" />
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="60" />
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="60" />
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="67" />
        <source>for</source>
        <translation>用途</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="119" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="119" />
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/columns.py" line="121" />
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
</context><context>
    <name>SamplesPanel</name>
    <message>
        <location filename="../../nnviz/views/samples/panel.py" line="49" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="67" />
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/panel.py" line="103" />
        <source>%1 for training, %2 for testing</source>
        <translation>训练 %1 个，测试 %2 个</translation>
    </message>
</context><context>
    <name>ScheduleRows</name>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="36" />
        <source>A number in the formula of the learning rate.</source>
        <translation>学习率公式中的一个数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="92" />
        <source>How the learning rate changes during a run.</source>
        <translation>学习率在运行中如何变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="94" />
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="94" />
        <source>Schedule of η</source>
        <translation>η 的调度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="101" />
        <source>Whether the schedule's t counts epochs or updates.</source>
        <translation>调度中的 t 计的是轮次还是更新次数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="102" />
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="102" />
        <source>t counts</source>
        <translation>t 计数</translation>
    </message>
</context><context>
    <name>SessionForm</name>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="146" />
        <location filename="../../nnviz/views/compare/form.py" line="76" />
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="77" />
        <source>What to compare with</source>
        <translation>与什么对比</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="78" />
        <source>Which one</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="79" />
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="89" />
        <source>another learning rate</source>
        <translation>另一个学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="90" />
        <source>another seed</source>
        <translation>另一个种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="91" />
        <source>another way to train</source>
        <translation>另一种训练方法</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="92" />
        <source>with or without a mistake</source>
        <translation>正确与错误对照</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="93" />
        <source>another scenario</source>
        <translation>另一个场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="94" />
        <source>another branch</source>
        <translation>另一个分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="95" />
        <source>a copy of this session</source>
        <translation>这个会话的副本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="96" />
        <source>a saved session</source>
        <translation>已保存的会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="146" />
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="153" />
        <source>An evolution strategy has no learning rate.</source>
        <translation>进化策略没有学习率。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="155" />
        <source>There is no other branch yet: an edit in the past begins one.</source>
        <translation>还没有别的分支：在过去所做的修改会产生分支。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="157" />
        <source>No known mistake changes anything here.</source>
        <translation>没有哪个已知的错误在这里起作用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="167" />
        <source>without the mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="210" />
        <source>Sessions and scenarios (*.nnviz *.json);;All files (*)</source>
        <translation>会话和场景 (*.nnviz *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/compare/form.py" line="211" />
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
</context><context>
    <name>Settings</name>
    <message>
        <location filename="../../nnviz/app/stored_settings.py" line="48" />
        <source>The settings in %1 are damaged and were not read.</source>
        <translation>%1 中的设置已损坏，未读取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/stored_settings.py" line="50" />
        <source>These settings in %1 are damaged and were ignored: %2.</source>
        <translation>%1 中的这些设置已损坏，已忽略：%2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/stored_settings.py" line="52" />
        <source>The settings in %1 cannot be read, and are not stored.</source>
        <translation>无法读取 %1 中的设置，也不会保存设置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/stored_settings.py" line="54" />
        <source>Settings are not stored: %1 cannot be written.</source>
        <translation>设置不会保存：无法写入 %1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/stored_settings.py" line="57" />
        <source>The file as it was is kept as %1.</source>
        <translation>原文件保留为 %1。</translation>
    </message>
</context><context>
    <name>Setup</name>
    <message>
        <location filename="../../nnviz/views/scenario_changes.py" line="28" />
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/scenario_changes.py" line="29" />
        <source>{change} (with it: {others})</source>
        <translation>{change}（随之改变：{others}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/scenario_changes.py" line="43" />
        <source>initial numbers drawn instead of given</source>
        <translation>初始参数由给定改为抽取</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/scenario_changes.py" line="49" />
        <source>1 output</source>
        <translation>1 个输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/scenario_changes.py" line="50" />
        <source>{number} outputs</source>
        <translation>{number} 个输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/texts.py" line="20" />
        <source>Changing it keeps the network.</source>
        <translation>修改后网络保持不变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/texts.py" line="21" />
        <source>Changing it restarts the network.</source>
        <translation>修改后网络重新开始训练。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/texts.py" line="33" />
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="32" />
        <source>Samples of the file {path}</source>
        <translation>文件 {path} 中的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="36" />
        <source>explicit samples</source>
        <translation>逐个给定的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="37" />
        <source>Samples written out one by one</source>
        <translation>逐个写出的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="113" />
        <location filename="../../nnviz/views/setup/options.py" line="57" />
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="144" />
        <location filename="../../nnviz/views/setup/options.py" line="108" />
        <location filename="../../nnviz/views/setup/options.py" line="57" />
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="63" />
        <source>A single softmax output is always 1.</source>
        <translation>只有一个输出单元时，softmax 恒为 1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="74" />
        <source>This loss is made for classes; these data have targets.</source>
        <translation>这个损失用于类别，而这些数据只有目标值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="88" />
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="89" />
        <source>The loss and the gradients are divided by the number of samples</source>
        <translation>损失和梯度除以样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="93" />
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="94" />
        <source>The losses and the gradients of the samples are added up</source>
        <translation>样本的损失和梯度相加</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="103" />
        <source>one for each unit</source>
        <translation>每个单元一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="105" />
        <source>one for each layer</source>
        <translation>每层一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="105" />
        <source>All units of a layer add it</source>
        <translation>一层的所有单元都加上它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="108" />
        <source>z is the weights times what comes in, alone</source>
        <translation>z 只是权重乘以输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="124" />
        <source>given numbers</source>
        <translation>给定值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="131" />
        <source>given</source>
        <translation>给定</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="132" />
        <source>Numbers written in the scenario</source>
        <translation>写在场景中的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="155" />
        <source>nothing</source>
        <translation>不除</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="156" />
        <source>m, the batch's samples</source>
        <translation>m，批次的样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="157" />
        <source>N, all training samples</source>
        <translation>N，全部训练样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="166" />
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="167" />
        <source>The samples in their own order, in every epoch</source>
        <translation>每一轮都按原来的次序取样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="171" />
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="172" />
        <source>Another order in each epoch, drawn from the scenario's seed</source>
        <translation>每一轮换一种次序，由场景的种子抽取</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="180" />
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="181" />
        <source>legacy</source>
        <translation>旧版</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="87" />
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/schedule_rows.py" line="87" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
</context><context>
    <name>SetupPanel</name>
    <message>
        <location filename="../../nnviz/views/setup/panel.py" line="51" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="46" />
        <source>Setup</source>
        <translation>设置</translation>
    </message>
</context><context>
    <name>Sheet</name>
    <message>
        <location filename="../../nnviz/views/window/sheet.py" line="56" />
        <source>Dock this tool among the panels</source>
        <translation>把这个工具停靠到面板之间</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/sheet.py" line="57" />
        <source>Close this tool (Esc)</source>
        <translation>关闭这个工具（Esc）</translation>
    </message>
</context><context>
    <name>SourceEditor</name>
    <message>
        <location filename="../../nnviz/views/program/own_code/editor.py" line="105" />
        <source>Your code</source>
        <translation>你的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/editor.py" line="107" />
        <source>Paste or type the code that does not learn, or drop its .py or .ipynb file on the window.</source>
        <translation>粘贴或输入学不会的代码，或把它的 .py 或 .ipynb 文件拖到窗口上。</translation>
    </message>
</context><context>
    <name>SourceRows</name>
    <message>
        <location filename="../../nnviz/views/program/own_code/source_rows.py" line="80" />
        <source>Your code</source>
        <translation>你的代码</translation>
    </message>
</context><context>
    <name>SpeedMenu</name>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="47" />
        <source>Speed of a run</source>
        <translation>运行速度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="50" />
        <source>lines</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="50" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="111" />
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="113" />
        <source>1 line/s</source>
        <translation>1 行/秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="114" />
        <source>%1 lines/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="114" />
        <source>%1 updates/s</source>
        <translation>%1 次更新/秒</translation>
    </message>
</context><context>
    <name>StateRows</name>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="47" />
        <source>Numbers that the scenario brings, as a file or one's own code has them.</source>
        <translation>场景自带的数值，来自文件或你自己的代码。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="49" />
        <source>zeros</source>
        <translation>全为零</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="50" />
        <source>as given</source>
        <translation>按给定值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="56" />
        <source>Optimiser’s state at the start</source>
        <translation>优化器的初始状态</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="57" />
        <source>What the optimiser remembers when a run begins: velocities, mean squares.</source>
        <translation>运行开始时优化器所记住的内容：速度、平方均值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="58" />
        <source>State at the start</source>
        <translation>初始状态</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="73" />
        <source>Updates before the start</source>
        <translation>开始前的更新次数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="74" />
        <source>How many updates the optimiser has seen before: for Adam’s corrections, and the schedule of η.</source>
        <translation>优化器此前已经历的更新次数：用于 Adam 的偏差修正和 η 的调度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/state_rows.py" line="77" />
        <source>Updates before</source>
        <translation>此前更新次数</translation>
    </message>
</context><context>
    <name>StatusLine</name>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="12" />
        <source>each unit's weighted input: its weights times what comes in, plus its bias</source>
        <translation>各单元的加权输入：权重乘以传入的值，再加偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="13" />
        <source>each unit's activation: what it sends on</source>
        <translation>各单元的激活值：它传出的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="14" />
        <source>the loss: how wrong the outputs are, averaged over the batch</source>
        <translation>损失：输出错得有多离谱，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="15" />
        <source>the penalty on large weights</source>
        <translation>对大权重的惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="16" />
        <source>what is minimised: loss and penalty together</source>
        <translation>要最小化的量：损失加惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="17" />
        <source>how each sample's loss changes with each unit's weighted input</source>
        <translation>每个样本的损失随各单元加权输入的变化率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="18" />
        <source>the gradient of the weights, averaged over the batch</source>
        <translation>权重的梯度，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="19" />
        <source>the gradient of the biases, averaged over the batch</source>
        <translation>偏置的梯度，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="23" />
        <location filename="../../nnviz/views/lines/meaning.py" line="20" />
        <source>the penalty's part of the gradient</source>
        <translation>梯度中来自惩罚项的部分</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="21" />
        <source>how the loss changes with each unit's activation</source>
        <translation>损失如何随每个单元的激活值变化</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="22" />
        <source>how the loss changes with each input</source>
        <translation>损失如何随每个输入变化</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="24" />
        <source>the weights move against their gradient</source>
        <translation>权重沿梯度的反方向移动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="25" />
        <source>the biases move against their gradient</source>
        <translation>偏置沿梯度的反方向移动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="26" />
        <source>random numbers of this update</source>
        <translation>这次更新的随机数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="27" />
        <source>the candidate: the best parameters so far, changed at random</source>
        <translation>候选：在保留的参数上随机改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="28" />
        <source>the best candidate of this generation</source>
        <translation>这一代最好的候选</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="29" />
        <source>the lowest loss so far, which a candidate must beat</source>
        <translation>至今最低的损失，候选必须更低</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="30" />
        <source>the optimiser's running mean of gradients</source>
        <translation>优化器对梯度的滑动平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="31" />
        <source>the optimiser's running mean of squared gradients</source>
        <translation>优化器对梯度平方的滑动平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="32" />
        <source>the largest running mean of squared gradients so far</source>
        <translation>迄今最大的梯度平方滑动平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="35" />
        <source>the loss: how wrong the outputs are, added up over the batch</source>
        <translation>损失：输出错了多少，对整批求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="36" />
        <source>the gradient of the weights, added up over the batch</source>
        <translation>权重的梯度，对整批求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="37" />
        <source>the gradient of the biases, added up over the batch</source>
        <translation>偏置的梯度，对整批求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/meaning.py" line="40" />
        <source>the parameters to keep: the candidate, if it is better</source>
        <translation>保留的参数：候选若更好，就取候选</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="37" />
        <source>What computes the updates; updates per second and pictures per second while running</source>
        <translation>由什么计算更新；运行时还显示每秒更新次数和每秒画面数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="75" />
        <source>No line of an update has run yet: → runs the first line, Space runs updates</source>
        <translation>这次更新还没有运行：按 → 运行第一行，按空格键连续运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="97" />
        <source>Computing line %1 of %2; Space stops after it</source>
        <translation>正在计算第 %1 行（共 %2 行）；按空格键在该行之后停下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="98" />
        <source>Computing line %1 of %2; it stops after this line</source>
        <translation>正在计算第 %1 行（共 %2 行）；该行之后停下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="99" />
        <source>Computing line %1 of %2; the next step follows</source>
        <translation>正在计算第 %1 行（共 %2 行）；随后执行下一步</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="105" />
        <source>runs with your rights, in a process of its own</source>
        <translation>以你的权限在单独的进程中运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="106" />
        <source>%1 engine</source>
        <translation>%1 引擎</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="111" />
        <source>%1 updates/s</source>
        <translation>%1 次更新/秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="112" />
        <source>%1 frames/s</source>
        <translation>%1 帧/秒</translation>
    </message>
</context><context>
    <name>Stops</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/stop_text.py" line="30" />
        <source>Update %1, line %2: %3 is not finite (%4), because %5. The likely reason: %6. ← shows the state before.</source>
        <translation>更新 %1，第 %2 行：%3 不是有限数（%4），因为%5。可能的原因：%6。按 ← 看之前的状态。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/stop_text.py" line="35" />
        <source>Update %1, line %2: %3 is not finite (%4), because %5. ← shows the state before.</source>
        <translation>更新 %1，第 %2 行：%3 不是有限数（%4），因为%5。按 ← 看之前的状态。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/stop_text.py" line="39" />
        <source>Update %1, line %2: %3 is not finite (%4). ← shows the state before.</source>
        <translation>更新 %1，第 %2 行：%3 不是有限数（%4）。按 ← 看之前的状态。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/stop_text.py" line="50" />
        <source>Stopped at a breakpoint in update %1: %2.</source>
        <translation>在第 %1 次更新中停于断点：%2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/stop_text.py" line="52" />
        <source>Stopped at a breakpoint in update %1, line %3: %2.</source>
        <translation>在第 %1 次更新第 %3 行停于断点：%2。</translation>
    </message>
</context><context>
    <name>StripCanvas</name>
    <message>
        <location filename="../../nnviz/views/strip/canvas.py" line="87" />
        <source>The line with its matrices</source>
        <translation>带矩阵的算式行</translation>
    </message>
</context><context>
    <name>StripMenu</name>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="63" />
        <source>Explain %1</source>
        <translation>解释 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="65" />
        <source>Watch %1</source>
        <translation>监视 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="67" />
        <source>Break when %1 changes its sign</source>
        <translation>%1 变号时中断</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="69" />
        <source>Breakpoint on this line, or none</source>
        <translation>在此行设置或取消断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="73" />
        <source>Copy %1 as numpy</source>
        <translation>将 %1 复制为 numpy 代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="74" />
        <source>Copy %1 as tab-separated values</source>
        <translation>将 %1 复制为制表符分隔的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="78" />
        <source>Copy this number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="81" />
        <source>Edit %1…</source>
        <translation>编辑 %1…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="81" />
        <source>Edit %1… (not a parameter)</source>
        <translation>编辑 %1…（不是参数）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/menu.py" line="84" />
        <source>Set %1 to 0</source>
        <translation>将 %1 设为 0</translation>
    </message>
</context><context>
    <name>StripPanel</name>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="42" />
        <source>an intermediate value: no line writes it</source>
        <translation>中间值：没有哪一行写入它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="46" />
        <source>It holds %1 now: this is what the line read or wrote.</source>
        <translation>它现在是 %1；这里显示的是该行读取或写入时的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="49" />
        <source>Click: the inspector explains this number</source>
        <translation>单击：在算式面板中解释这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="52" />
        <source>Double-click: type another value · drag: change it</source>
        <translation>双击：输入另一个值 · 拖动：改变它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="74" />
        <source>%1 has been replaced by this line: edit the new value</source>
        <translation>%1 已被这一行替换：请编辑新值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="76" />
        <source>%1 is an intermediate value: only W and b can be edited</source>
        <translation>%1 是中间值：只有 W 和 b 可以编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="78" />
        <source>%1 is not a parameter: only W and b can be edited</source>
        <translation>%1 不是参数：只有 W 和 b 可以编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/words.py" line="83" />
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/panel.py" line="56" />
        <source>Line</source>
        <translation>当前行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/panel_rows.py" line="50" />
        <location filename="../../nnviz/views/strip/panel.py" line="59" />
        <source>The line with its matrices</source>
        <translation>带矩阵的算式行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/panel.py" line="114" />
        <location filename="../../nnviz/views/strip/panel.py" line="111" />
        <source>The line</source>
        <translation>当前行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/panel.py" line="118" />
        <location filename="../../nnviz/views/strip/panel.py" line="114" />
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/panel.py" line="115" />
        <source>of your code</source>
        <translation>（你的代码）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/panel.py" line="120" />
        <source>the next to run</source>
        <translation>即将运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/boxes.py" line="22" />
        <source>old</source>
        <translation>旧</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/boxes.py" line="23" />
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/strip/arithmetic_text.py" line="17" />
        <source>row %1 · column %2</source>
        <translation>第 %1 行 · 第 %2 列</translation>
    </message>
</context><context>
    <name>Suggestions</name>
    <message>
        <location filename="../../nnviz/views/compare/suggestions.py" line="58" />
        <source>Trains other sessions alongside the one in the window, with their losses on the same axes and their predictions side by side. They step, run, stop and go back with it, or each on its own.</source>
        <translation>在窗口中的会话旁边训练其他会话：损失画在同一坐标上，预测并排显示。它们随它一起步进、运行、停止和后退，或者各自进行。</translation>
    </message>
</context><context>
    <name>Timeline</name>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="34" />
        <source>the start</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="36" />
        <source>update %1 · epoch %2</source>
        <translation>更新 %1 · 轮 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="43" />
        <source>The run so far: drag to go back to any update, exactly as it was</source>
        <translation>至今的运行：拖动可回到任一次更新，与当时完全一致</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="56" />
        <source>Click: run on to this line</source>
        <translation>单击：继续运行到这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="58" />
        <source>Click: run to this line of the next update</source>
        <translation>单击：运行到下一次更新的这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="67" />
        <source>loss after it: %1</source>
        <translation>此后的损失：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="82" />
        <source>after update %1</source>
        <translation>更新 %1 之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="85" />
        <source>and %1 more</source>
        <translation>以及另外 %1 处</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="108" />
        <source>all samples in each update</source>
        <translation>每次更新用全部样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="110" />
        <source>batches of %1, shuffled</source>
        <translation>每批 %1 个，打乱次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="112" />
        <source>batches of %1</source>
        <translation>每批 %1 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="119" />
        <source>no penalty</source>
        <translation>无惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="123" />
        <source>divided by %1</source>
        <translation>除以 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="126" />
        <source>on the biases too</source>
        <translation>也作用于偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="137" />
        <source>%1 explicit samples</source>
        <translation>%1 个给定的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="142" />
        <source>noise %1</source>
        <translation>噪声 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="145" />
        <source>test share %1 %</source>
        <translation>测试比例 %1 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="148" />
        <source>scaling: %1</source>
        <translation>缩放：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="151" />
        <source>scaling of the targets: %1</source>
        <translation>目标的缩放：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="160" />
        <source>%1, summed over the batch</source>
        <translation>%1，对整批求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="169" />
        <source>no biases</source>
        <translation>没有偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="171" />
        <source>biases are trained</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/texts.py" line="172" />
        <source>biases stay as they are</source>
        <translation>偏置保持不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/readout.py" line="83" />
        <source>epoch %1 · update %2</source>
        <translation>第 %1 轮 · 第 %2 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/readout.py" line="88" />
        <source>line %1 of %2</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/readout.py" line="92" />
        <source>past · End = %1</source>
        <translation>过去 · End = %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/jump_field.py" line="191" />
        <source>0 to %1, or beyond: it runs there · +100 or −100 from here · e12: the end of epoch 12</source>
        <translation>0 到 %1，更大则运行到那里 · +100 或 −100 从此处起 · e12：第 12 轮结束</translation>
    </message>
</context><context>
    <name>TimelineBar</name>
    <message>
        <location filename="../../nnviz/views/timeline/readout.py" line="66" />
        <source>%1 of %2 in this epoch</source>
        <translation>本轮第 %1 / %2 次</translation>
    </message>
</context><context>
    <name>TimelineStrip</name>
    <message>
        <location filename="../../nnviz/views/timeline/position_words.py" line="65" />
        <source>Click: return to the end of the run</source>
        <translation>单击：回到运行的末尾</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/position_words.py" line="67" />
        <source>The run so far, and the lines of one update, and how many of them have run</source>
        <translation>至今的运行、一次更新的各行，以及已运行的行数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/position_words.py" line="70" />
        <source>Passes over the training data, updates, and how many lines of this update have run</source>
        <translation>遍历训练数据的轮数、更新次数，以及本次更新已运行的行数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/position_words.py" line="73" />
        <source>Click: type an update to go to (Ctrl+J)</source>
        <translation>单击：输入要前往的更新（Ctrl+J）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/strip.py" line="104" />
        <source>The lines of this update</source>
        <translation>本次更新的各行</translation>
    </message>
</context><context>
    <name>Tools</name>
    <message>
        <location filename="../../nnviz/app/tools.py" line="129" />
        <source>Check my code</source>
        <translation>检查我的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/tools.py" line="129" />
        <source>Python files (*.py)</source>
        <translation>Python 文件 (*.py)</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/tools.py" line="152" />
        <source>Debug my code</source>
        <translation>调试我的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/tools.py" line="152" />
        <source>Python files and notebooks (*.py *.ipynb)</source>
        <translation>Python 文件和笔记本 (*.py *.ipynb)</translation>
    </message>
    <message>
        <location filename="../../nnviz/app/tools.py" line="194" />
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context><context>
    <name>TrainBiasesRow</name>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="92" />
        <source>Whether updates move the biases. When off, they stay as they are and have no lines in the update.</source>
        <translation>更新是否改变偏置。关闭时偏置保持不变，更新中也没有它们的行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="97" />
        <source>Train biases</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="100" />
        <source>Train the biases</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="101" />
        <source>Stop training the biases</source>
        <translation>不训练偏置</translation>
    </message>
</context><context>
    <name>TrainingSection</name>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="62" />
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="100" />
        <source>How the gradients move the parameters, or a search without gradients. Choosing another one resets the optimiser's state.</source>
        <translation>梯度如何改变参数，或不用梯度的搜索。更换后，累积量重新开始。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="104" />
        <location filename="../../nnviz/views/setup/training_section.py" line="104" />
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="108" />
        <source>How far an update goes along the gradient. Up and Down double and halve it.</source>
        <translation>一次更新沿梯度走多远。按上、下键加倍或减半。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="109" />
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="109" />
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="116" />
        <source>Momentum: how much of its velocity a parameter keeps from update to update.</source>
        <translation>动量：参数在相邻两次更新之间保留多少速度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="117" />
        <source>How much of each gradient is left out of the velocity.</source>
        <translation>每个梯度有多少不进入速度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="118" />
        <source>How much of itself a parameter loses in each update, times η.</source>
        <translation>参数在每次更新中损失自身的比例，乘以 η。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="121" />
        <location filename="../../nnviz/views/setup/training_section.py" line="119" />
        <source>How much of the mean of squared gradients is kept from update to update.</source>
        <translation>相邻两次更新之间，梯度平方的平均保留多少。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="120" />
        <source>How much of the mean of gradients is kept from update to update.</source>
        <translation>相邻两次更新之间，梯度的平均保留多少。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="122" />
        <source>Keeps the division by the root of the mean of squares finite.</source>
        <translation>防止除以均方根时分母为零。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="123" />
        <source>How far a candidate goes, at most, from the parameters kept so far: uniformly from −ε to ε.</source>
        <translation>候选最多偏离保留的参数多远：在 −ε 到 ε 之间均匀分布。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="126" />
        <source>How far a candidate goes from its parent: the standard deviation of its steps.</source>
        <translation>候选偏离亲代多远：各步的标准差。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="127" />
        <source>How many candidates a generation tries; the best is the next one's parent.</source>
        <translation>一代尝试多少个候选；最好的一个成为下一代的亲代。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="131" />
        <source>In which order an epoch takes the samples.</source>
        <translation>一轮之中按什么次序取样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="132" />
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="132" />
        <source>Order of the samples</source>
        <translation>样本次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="62" />
        <source>What training minimises. An output that does not suit it is changed too.</source>
        <translation>训练要减小的量。不相配的输出激活会一并更换。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="63" />
        <location filename="../../nnviz/views/setup/objective_section.py" line="63" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="69" />
        <source>Whether the losses of a batch's samples are averaged or added up, and their gradients.</source>
        <translation>一批样本的损失及其梯度是取平均还是相加。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="73" />
        <source>Over the batch</source>
        <translation>对整批</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="73" />
        <source>Loss over the batch</source>
        <translation>整批的损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="109" />
        <source>∂L/∂A and ∂L/∂X</source>
        <translation>∂L/∂A 和 ∂L/∂X</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="110" />
        <source>Whether an update has lines for the derivatives by the activations and inputs.</source>
        <translation>一次更新是否有对激活值和输入求导的行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="116" />
        <source>Compute ∂L/∂A and ∂L/∂X</source>
        <translation>计算 ∂L/∂A 和 ∂L/∂X</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="117" />
        <source>Leave ∂L/∂A and ∂L/∂X out</source>
        <translation>不计算 ∂L/∂A 和 ∂L/∂X</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="125" />
        <source>Any targets</source>
        <translation>任意目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="126" />
        <source>The loss takes targets that it is not made for; its δ has them in it.</source>
        <translation>损失接受并非为其设计的目标；它的 δ 中含有它们。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="132" />
        <source>Allow any targets</source>
        <translation>允许任意目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/objective_section.py" line="133" />
        <source>Allow only the loss's own targets</source>
        <translation>只允许损失本来的目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="55" />
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/penalty_rows.py" line="60" />
        <source>How strong the penalty is.</source>
        <translation>惩罚的强度。</translation>
    </message>
</context><context>
    <name>TransportBar</name>
    <message>
        <location filename="../../nnviz/views/window/transport.py" line="174" />
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/transport.py" line="175" />
        <source>Choose a scenario: data, network and settings</source>
        <translation>选择场景：数据、网络和设置</translation>
    </message>
</context><context>
    <name>TrialLine</name>
    <message>
        <location filename="../../nnviz/views/samples/trial.py" line="41" />
        <location filename="../../nnviz/views/samples/trial.py" line="34" />
        <source>Try an input</source>
        <translation>试一个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/trial.py" line="61" />
        <source>Numbers as in the table, with spaces or semicolons between them: %1</source>
        <translation>与表中一样的数，用空格或分号隔开：%1</translation>
    </message>
</context><context>
    <name>UpdatesAxis</name>
    <message>
        <location filename="../../nnviz/views/watches/updates_axis.py" line="50" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
</context><context>
    <name>VerdictBar</name>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_bar.py" line="91" />
        <source>What it printed</source>
        <translation>它打印的内容</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_bar.py" line="198" />
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_bar.py" line="208" />
        <source>Notes: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/own_code/verdict_bar.py" line="211" />
        <source>printed lines: %1</source>
        <translation>打印的行数：%1</translation>
    </message>
</context><context>
    <name>WatchChart</name>
    <message>
        <location filename="../../nnviz/views/watches/chart.py" line="103" />
        <source>Remove this watch (Delete)</source>
        <translation>取消这个监视（Delete）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/chart.py" line="225" />
        <source>Logarithmic axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/chart.py" line="226" />
        <source>Copy number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/chart.py" line="229" />
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context><context>
    <name>WatchEntry</name>
    <message>
        <location filename="../../nnviz/views/watches/entry.py" line="61" />
        <source>Expression to watch</source>
        <translation>要监视的表达式</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/entry.py" line="68" />
        <source>Losses, sizes of gradients, the selected cell</source>
        <translation>损失、梯度的大小、所选的格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/entry.py" line="71" />
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/entry.py" line="124" />
        <source>This is watched already</source>
        <translation>它已在监视中</translation>
    </message>
</context><context>
    <name>Watches</name>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="32" />
        <source>not computed here</source>
        <translation>此处尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="40" />
        <source>sampled 1 in {0}</source>
        <translation>每 {0} 个取 1 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="50" />
        <source>1 stroke = {0} updates</source>
        <translation>每笔 {0} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="58" />
        <source>after update {0}</source>
        <translation>更新 {0} 之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="60" />
        <source>after updates {0} to {1}</source>
        <translation>更新 {0} 到 {1} 之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="71" />
        <location filename="../../nnviz/views/watches/texts.py" line="62" />
        <source>not evaluated yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="67" />
        <source>not finite</source>
        <translation>不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/texts.py" line="69" />
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/picture.py" line="143" />
        <source>not a number in this network</source>
        <translation>在这个网络中不是一个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/picture.py" line="147" />
        <source>nothing above 0 for a logarithmic axis</source>
        <translation>没有大于 0 的数可用对数轴画出</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/picture.py" line="149" />
        <source>not finite so far</source>
        <translation>至今都不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/reading.py" line="37" />
        <source>In this network the shapes do not fit together: %1</source>
        <translation>在这个网络中形状不相配：%1</translation>
    </message>
</context><context>
    <name>WatchesPanel</name>
    <message>
        <location filename="../../nnviz/views/watches/panel.py" line="48" />
        <location filename="../../nnviz/views/window/panel_rows.py" line="58" />
        <source>Watches</source>
        <translation>监视</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/watches/panel.py" line="58" />
        <source>A watch charts one number of each update over the whole run, including the past: a cell such as W1[0, 1], a size such as norm(dW1), or a condition such as L &lt; 0.1, drawn as 1 or 0.</source>
        <translation>监视把每次更新的一个数在整个运行中画成曲线，包括已经发生的：一个格，如 W1[0, 1]；一个大小，如 norm(dW1)；或一个条件，如 L &lt; 0.1，画成 1 或 0。</translation>
    </message>
</context><context>
    <name>WorkspaceState</name>
    <message>
        <location filename="../../nnviz/documents/workspace_state.py" line="69" />
        <source>Some of the window's settings in this file cannot be read.</source>
        <translation>文件中保存的窗口内容有一部分无法读取。</translation>
    </message>
</context><context>
    <name>WrongStrip</name>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="54" />
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="54" />
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="56" />
        <source>Which samples are counted</source>
        <translation>统计哪些样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="98" />
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/images/wrong_strip.py" line="110" />
        <source>sample %1: %2; click to select it</source>
        <translation>样本 %1：%2；点击选择它</translation>
    </message>
</context><context>
    <name>_EditModel</name>
    <message>
        <location filename="../../nnviz/views/history/edit_list.py" line="47" />
        <source>%1
Enter or a double click goes there</source>
        <translation>%1
按 Enter 或双击转到那里</translation>
    </message>
</context><context>
    <name>model</name>
    <message>
        <location filename="../../nnviz/model/receipt/receipt.py" line="19" />
        <source>to write the receipt of an update</source>
        <translation>写出一次更新的清单</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/receipt/receipt.py" line="129" />
        <source>no line of an update that has run</source>
        <translation>还没有执行过更新的任何一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/receipt/receipt.py" line="130" />
        <source>a session after at least one line</source>
        <translation>至少执行过一行的会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/receipt/receipt.py" line="168" />
        <source>sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/receipt/receipt.py" line="170" />
        <source>one of the batch: {batch}</source>
        <translation>该批次中的样本：{batch}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="37" />
        <source>a text that cannot be read from there on</source>
        <translation>从那里起无法读懂的内容</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="73" />
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="74" />
        <source>a single value, as .max(), .any() and norm(…) return</source>
        <translation>一个值；.max()、.any()、norm(…) 给出一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/fields.py" line="171" />
        <location filename="../../nnviz/model/scenario/validation.py" line="254" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="22" />
        <location filename="../../nnviz/model/text/numbers.py" line="36" />
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="103" />
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="106" />
        <source>a comparison</source>
        <translation>一个比较</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="109" />
        <source>an index out of range</source>
        <translation>超出范围的下标</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="110" />
        <source>indices within the shape, from 0</source>
        <translation>形状以内的下标，从 0 起</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="114" />
        <source>arrays whose shapes do not fit together</source>
        <translation>形状不相配的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="115" />
        <source>shapes that fit together</source>
        <translation>相配的形状</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/fields.py" line="94" />
        <location filename="../../nnviz/model/scenario/validation.py" line="208" />
        <location filename="../../nnviz/model/history/branches.py" line="104" />
        <location filename="../../nnviz/model/evaluator/evaluator.py" line="139" />
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="20" />
        <source>numbers, symbols such as W1, + − * / **, comparisons, and, or, not, indices such as A2[0, 2], the functions {functions}, and .T .shape[0] {methods}</source>
        <translation>数、W1 这样的符号、+ − * / **、比较、and、or、not、A2[0, 2] 这样的下标、函数 {functions}，以及 .T .shape[0] {methods}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="28" />
        <source>at most {most}</source>
        <translation>至多 {most}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="29" />
        <source>a comparison, such as L &lt; 0.1</source>
        <translation>一个比较，如 L &lt; 0.1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="57" />
        <source>column {column}</source>
        <translation>第 {column} 列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="58" />
        <source>the expression {text}</source>
        <translation>表达式 {text}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="86" />
        <source>operations nested too deeply</source>
        <translation>嵌套过深的运算</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="133" />
        <source>“{text}”, which may be part of thousands</source>
        <translation>“{text}”，可能是千位数的一部分</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="134" />
        <source>numbers without a comma between thousands</source>
        <translation>不带千位分隔逗号的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/text/numbers.py" line="176" />
        <location filename="../../nnviz/model/evaluator/reader.py" line="136" />
        <source>“{text}”, which is too small: it would be 0</source>
        <translation>“{text}”，太小了：会变成 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/text/numbers.py" line="177" />
        <location filename="../../nnviz/model/evaluator/reader.py" line="137" />
        <source>0, or numbers from 5e-324</source>
        <translation>0，或不小于 5e-324 的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="139" />
        <source>a number that is too large</source>
        <translation>过大的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="140" />
        <source>numbers up to 1.8e308</source>
        <translation>不超过 1.8e308 的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="145" />
        <source>{name}, which is not a symbol of this program</source>
        <translation>{name}，它不是这个程序的符号</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="146" />
        <source>one of {symbols}; functions {functions}</source>
        <translation>{symbols} 之一；函数 {functions}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="168" />
        <source>{source}, which is a number</source>
        <translation>{source}，它是一个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="188" />
        <source>an exponent that is a number up to {most}</source>
        <translation>不超过 {most} 的数作为指数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="201" />
        <source>several values next to “and” or “or”</source>
        <translation>“and”或“or”旁边有多个值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="203" />
        <source>a single value, as .any() and .all() return</source>
        <translation>一个值；.any() 和 .all() 给出一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="213" />
        <source>the comparisons &lt; &lt;= &gt; &gt;= == !=</source>
        <translation>比较 &lt; &lt;= &gt; &gt;= == !=</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="230" />
        <source>positional arguments only</source>
        <translation>没有名字的参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="240" />
        <source>{count} arguments of {name}</source>
        <translation>{name} 有 {count} 个参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="272" />
        <source>0 for rows, 1 for columns</source>
        <translation>0 表示行，1 表示列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="280" />
        <source>a step of 0</source>
        <translation>步长为 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="281" />
        <source>a whole number other than 0</source>
        <translation>不为 0 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="293" />
        <source>whole numbers and slices such as 0, -1, 1:3, :</source>
        <translation>整数和切片，如 0、-1、1:3、:</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="302" />
        <source>a value of an expression</source>
        <translation>一个表达式的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/evaluator/reader.py" line="306" />
        <source>results of up to {count} cells</source>
        <translation>不超过 {count} 格的结果</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/tables/predictions.py" line="54" />
        <source>a confusion table</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/tables/predictions.py" line="55" />
        <source>samples with numbers as targets</source>
        <translation>目标为数值的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/tables/predictions.py" line="56" />
        <source>samples with classes</source>
        <translation>带类别的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/memory_budget.py" line="65" />
        <source>the history budget</source>
        <translation>历史内存</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/memory_budget.py" line="66" />
        <source>a number of bytes, 0 or more</source>
        <translation>0 或更大的字节数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/memory_budget.py" line="98" />
        <source>{count} branches, which take {size} MB without their keyframes</source>
        <translation>{count} 个分支，不计关键帧就占 {size} MB</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/memory_budget.py" line="99" />
        <source>at most {size} MB, the history budget: discard some, or raise the budget in the History panel</source>
        <translation>至多 {size} MB，即历史预算：请丢弃一些分支，或在“历史”面板中提高预算</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/memory_budget.py" line="103" />
        <source>to begin another branch</source>
        <translation>开始另一个分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/editing.py" line="28" />
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/editing.py" line="123" />
        <source>to discard a branch</source>
        <translation>丢弃分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/editing.py" line="123" />
        <source>the only one</source>
        <translation>唯一的一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/editing.py" line="124" />
        <source>one of several</source>
        <translation>几个中的一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/branches.py" line="16" />
        <source>at most {most} characters: a name is written in one line of a list</source>
        <translation>至多 {most} 个字符：名称写在列表的一行中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/branches.py" line="73" />
        <source>a branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/branches.py" line="107" />
        <location filename="../../nnviz/model/history/branches.py" line="105" />
        <source>a branch's name</source>
        <translation>分支的名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/branches.py" line="108" />
        <source>a name that no other branch has</source>
        <translation>其他分支都没有的名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/named_arrays.py" line="62" />
        <source>no array</source>
        <translation>没有数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/named_arrays.py" line="63" />
        <source>W1, b1, W2, b2 …, or layer.weight, layer.bias …</source>
        <translation>W1、b1、W2、b2 …，或 layer.weight、layer.bias …</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/named_arrays.py" line="75" />
        <source>matrices that go together, layer on layer</source>
        <translation>逐层相接的矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/named_arrays.py" line="77" />
        <source>weights that fit as units × inputs and as inputs × units</source>
        <translation>按“单元 × 输入”和“输入 × 单元”都成立的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/needed_packages.py" line="23" />
        <source>no package {package}, which reads it</source>
        <translation>没有安装读取它的 {package} 包</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/needed_packages.py" line="24" />
        <source>nnviz with its extra "models": pip install -e ".[models]"</source>
        <translation>带附加组件 models 的 nnviz：pip install -e ".[models]"</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/onnx_graphs.py" line="51" />
        <location filename="../../nnviz/model/other_libraries/model_files.py" line="28" />
        <source>a file that cannot be read ({error})</source>
        <translation>无法读取的文件（{error}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_files.py" line="29" />
        <source>a whole file of this kind</source>
        <translation>完整的此类文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_files.py" line="71" />
        <source>a pickled module: to read it would run code that the file holds</source>
        <translation>pickle 保存的模块：读取它会执行文件中的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_files.py" line="72" />
        <source>its arrays: torch.save(model.state_dict(), 'model.pt')</source>
        <translation>它的数组：torch.save(model.state_dict(), 'model.pt')</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/library_model.py" line="15" />
        <source>to read a model of {library}</source>
        <translation>读取 {library} 的模型</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/torch_modules.py" line="48" />
        <source>a forward that cannot be followed ({error})</source>
        <translation>无法跟踪的 forward（{error}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/torch_modules.py" line="55" />
        <source>several inputs</source>
        <translation>多个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/onnx_graphs.py" line="72" />
        <location filename="../../nnviz/model/other_libraries/torch_modules.py" line="59" />
        <source>{name}, which reads something else</source>
        <translation>{name} 读取的不是前一步的结果</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/torch_modules.py" line="72" />
        <source>a chain of Linear layers and activations</source>
        <translation>由 Linear 层和激活函数依次连接而成的网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/objects.py" line="48" />
        <source>an object that nnviz does not know</source>
        <translation>nnviz 不认识的对象</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/objects.py" line="49" />
        <source>MLPClassifier or MLPRegressor of scikit-learn, a module of PyTorch, Sequential of Keras, arrays by name, or a file</source>
        <translation>scikit-learn 的 MLPClassifier 或 MLPRegressor、PyTorch 模块、Keras 的 Sequential、带名称的数组，或文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="16" />
        <source>fully connected layers, each with at most one activation after it</source>
        <translation>全连接层，每层之后至多一个激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="61" />
        <source>weights of shape {shape}</source>
        <translation>形状为 {shape} 的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="62" />
        <source>a matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="69" />
        <source>{count} biases for {units} units</source>
        <translation>{units} 个单元有 {count} 个偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="71" />
        <source>one for each unit</source>
        <translation>每个单元一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="74" />
        <source>{inputs} inputs after a layer of {units} units</source>
        <translation>{units} 个单元的层之后有 {inputs} 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="92" />
        <source>a sum that is no layer's bias</source>
        <translation>不是某层偏置的加法</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="124" />
        <source>{name}, which does not follow a layer</source>
        <translation>{name} 不在某层之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="137" />
        <source>a layer of the kind {kind}</source>
        <translation>{kind} 类型的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/layer_chain.py" line="149" />
        <source>no fully connected layer</source>
        <translation>没有全连接层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/keras_models.py" line="111" />
        <source>weights without the model they belong to</source>
        <translation>只有权重，没有所属的模型</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/keras_models.py" line="112" />
        <source>a whole model: model.save('model.keras')</source>
        <translation>完整的模型：model.save('model.keras')</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/keras_models.py" line="128" />
        <source>a model of the kind {kind}</source>
        <translation>{kind} 类型的模型</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/keras_models.py" line="224" />
        <source>the regularisers of the layers differ, or are not L2: they are left out</source>
        <translation>各层的正则化不同或不是 L2：未采用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/onnx_graphs.py" line="34" />
        <source>a chain of Gemm, or MatMul and Add, and activations</source>
        <translation>由 Gemm（或 MatMul 与 Add）和激活函数依次连接而成的网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/onnx_graphs.py" line="86" />
        <source>a product of two computed arrays</source>
        <translation>两个计算所得数组的乘积</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/scikit_learn.py" line="42" />
        <source>a model without weights</source>
        <translation>没有权重的模型</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/scikit_learn.py" line="43" />
        <source>one that was fitted: model.fit(X, y)</source>
        <translation>训练过的模型：model.fit(X, y)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/scikit_learn.py" line="58" />
        <source>scikit-learn's gradients are {outputs} times those of the loss that it reports, a mean over the outputs: its learning rate means {outputs} times as much</source>
        <translation>scikit-learn 的梯度是它所报告的损失（对输出取平均）的梯度的 {outputs} 倍：它的学习率相当于这里的 {outputs} 倍</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/scikit_learn.py" line="65" />
        <source>the solver lbfgs is none of nnviz's optimisers: taken is gradient descent</source>
        <translation>求解器 lbfgs 不在 nnviz 的优化器之中：改用梯度下降</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="95" />
        <source>Model of {library}</source>
        <translation>{library} 的模型</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="118" />
        <source>{count} names</source>
        <translation>{count} 个名称</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="119" />
        <source>{layers}, one for each layer</source>
        <translation>{layers} 个，每层一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="128" />
        <source>weights and biases alone, without their activations</source>
        <translation>只有权重和偏置，没有激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="130" />
        <source>a name for each of the {count} layers, such as {example}</source>
        <translation>{count} 层各一个名称，例如 {example}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="166" />
        <source>an array of numbers</source>
        <translation>数值数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="170" />
        <source>samples of {count} inputs</source>
        <translation>有 {count} 个输入的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/other_libraries/model_scenario.py" line="172" />
        <source>{count}, as the network {sizes} has</source>
        <translation>{count} 个，与网络 {sizes} 一致</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/text/numbers.py" line="37" />
        <source>numbers like 0.5, 0,5, 1/3 and 1e-3</source>
        <translation>0.5、0,5、1/3、1e-3 这样的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/text/numbers.py" line="159" />
        <source>“{text}”, whose comma may part thousands</source>
        <translation>“{text}”，其中的逗号可能是千位分隔符</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/text/numbers.py" line="161" />
        <source>{thousands}, or {decimal}</source>
        <translation>{thousands}，或 {decimal}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="10" />
        <source>Your code was stopped when its time was up.</source>
        <translation>时间用完，你的代码被停止。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="11" />
        <source>Your code was stopped because it took too much memory.</source>
        <translation>你的代码占用内存太多，被停止。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="12" />
        <source>Your code asks for input, which it cannot have here.</source>
        <translation>你的代码要求输入，这里无法提供。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="13" />
        <source>Your code ended itself.</source>
        <translation>你的代码自行结束了。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="14" />
        <source>Your code ended without a word.</source>
        <translation>你的代码没有任何提示就结束了。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="15" />
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="32" />
        <source>Plots are not drawn here ({details}).</source>
        <translation>这里不绘制图形（{details}）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="33" />
        <source>Plots are not drawn here.</source>
        <translation>这里不绘制图形。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="39" />
        <source>Lines that only a notebook understands were left out (cell {details}).</source>
        <translation>只有笔记本才懂的行被略去（单元 {details}）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="44" />
        <source>The values of {details} events were not kept: the recording was full.</source>
        <translation>{details} 个事件的值没有保留：记录已满。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="48" />
        <source>The recording was full before the end.</source>
        <translation>还没到结尾，记录已满。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="51" />
        <source>Only the head of what was printed is kept ({details} bytes were dropped).</source>
        <translation>打印的内容只保留开头（丢弃了 {details} 字节）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/run_notes.py" line="55" />
        <source>It was run with {details}.</source>
        <translation>运行它的是 {details}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="38" />
        <source>Your targets go down to {low}; {sign} never gives less than 0.</source>
        <translation>目标低至 {low}；{sign} 从不小于 0。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="51" />
        <source>Your targets run from {low} to {high}; {sign} gives only {least} to {most}.</source>
        <translation>目标的范围是 {low} 到 {high}；{sign} 只给出 {least} 到 {most}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="78" />
        <source>All units of layer {layer} start with the same weights: its {units} units stay alike for ever. Start with small random weights.</source>
        <translation>第 {layer} 层的所有单元从相同的权重开始：它的 {units} 个单元永远相同。请从小的随机权重开始。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="84" />
        <source>All weights start at 0: the {units} units of layer {layer} stay alike for ever. Start with small random weights.</source>
        <translation>所有权重从 0 开始：第 {layer} 层的 {units} 个单元永远相同。请从小的随机权重开始。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="99" />
        <source>Your inputs go up to {largest}: scale them to about −1 … 1 (subtract the mean, divide by the deviation).</source>
        <translation>输入最大达到 {largest}：请缩放到约 −1 … 1（减去均值，再除以标准差）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="106" />
        <source>One input is {ratio} times as large as another: scale each of them.</source>
        <translation>有一个输入是另一个的 {ratio} 倍：请分别缩放。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="118" />
        <source>{share} of the outputs of layer {layer} are saturated (slope below 2 % of the steepest): hardly anything comes back through them. Try smaller initial weights, or scale the inputs.</source>
        <translation>第 {layer} 层有 {share} 的输出饱和（斜率低于最大斜率的 2 %）：几乎没有误差能传回去。请减小初始权重，或缩放输入。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="131" />
        <source>{share} of the ReLUs of layer {layer} are 0 for every sample: they never learn.</source>
        <translation>第 {layer} 层有 {share} 的 ReLU 对所有样本都为 0：它们永远学不到东西。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="158" />
        <source>Your rate is {times} times the largest that lets the loss fall along this step (curvature {curvature}): make it smaller.</source>
        <translation>学习率是沿这一步使损失下降的最大值的 {times} 倍（曲率 {curvature}）：请调小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="166" />
        <source>Your rate could be about {times} times as large along this step (curvature {curvature}).</source>
        <translation>沿这一步，学习率可以再大约 {times} 倍（曲率 {curvature}）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/advise.py" line="172" />
        <source>{updates} updates are too few at this rate: along this step alone it takes about {needed}.</source>
        <translation>以这个学习率，{updates} 次更新太少：仅沿这一步就大约需要 {needed} 次。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="16" />
        <source>an array is stored into one cell: take the number out of it, with `.item()` or `[0, 0]`</source>
        <translation>把一个数组存进了一个单元格：请用 `.item()` 或 `[0, 0]` 取出其中的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="22" />
        <source>an array of one number is used as a number: take it out with `.item()` or `[0, 0]`</source>
        <translation>只有一个数的数组被当作数来用：请用 `.item()` 或 `[0, 0]` 取出</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="28" />
        <source>a function of one number (math.exp, float) is given an array: use numpy's (np.exp)</source>
        <translation>只接受一个数的函数（math.exp、float）得到了数组：请用 numpy 的函数（np.exp）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="32" />
        <source>np.float is gone since numpy 1.24: write `float`</source>
        <translation>np.float 自 numpy 1.24 起已删除：请写 `float`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="33" />
        <source>np.int is gone since numpy 1.24: write `int`</source>
        <translation>np.int 自 numpy 1.24 起已删除：请写 `int`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="34" />
        <source>np.bool is gone since numpy 1.24: write `bool`</source>
        <translation>np.bool 自 numpy 1.24 起已删除：请写 `bool`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="35" />
        <source>np.object is gone since numpy 1.24: write `object`</source>
        <translation>np.object 自 numpy 1.24 起已删除：请写 `object`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="36" />
        <source>np.asscalar is gone: write `x.item()`</source>
        <translation>np.asscalar 已删除：请写 `x.item()`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="37" />
        <source>np.product is gone in numpy 2: write `np.prod`</source>
        <translation>np.product 在 numpy 2 中已删除：请写 `np.prod`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="40" />
        <source>the lists have different lengths: numpy makes no array of them any more (dtype=object, or a list)</source>
        <translation>这些列表长度不同：numpy 不再把它们变成数组（用 dtype=object，或用列表）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="46" />
        <source>the array is of an integer type and cannot take fractions: make it `float` where it is created</source>
        <translation>这个数组是整数类型，不能存小数：请在创建时设为 `float`</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="68" />
        <source>{operands}.</source>
        <translation>{operands}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="72" />
        <source>{missing} is missing; beside your file there is {beside}.</source>
        <translation>缺少 {missing}；你的文件旁边有 {beside}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="73" />
        <source>{missing} is missing.</source>
        <translation>缺少 {missing}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="78" />
        <source>Here {mend}.</source>
        <translation>这里{mend}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="80" />
        <source>These would fit: {products}.</source>
        <translation>以下乘积是可行的：{products}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="92" />
        <source>Your code raised {kind}: {message}.</source>
        <translation>你的代码引发了 {kind}：{message}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="94" />
        <source>Line {line} of cell {cell} raised {kind}: {message} — `{source}`.</source>
        <translation>第 {cell} 个单元第 {line} 行引发了 {kind}：{message} — `{source}`。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/errors.py" line="96" />
        <source>Line {line} raised {kind}: {message} — `{source}`.</source>
        <translation>第 {line} 行引发了 {kind}：{message} — `{source}`。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/repaired.py" line="76" />
        <location filename="../../nnviz/model/judgement/raised_line.py" line="230" />
        <location filename="../../nnviz/model/judgement/errors.py" line="102" />
        <source>{sentence} {following}</source>
        <translation>{sentence}{following}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="27" />
        <source>the squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="28" />
        <source>binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="29" />
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="31" />
        <source>Your gradients are right.</source>
        <translation>你的梯度是对的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="59" />
        <source>No loss was found in your code; your δ is that of {loss}.</source>
        <translation>在你的代码中没有找到损失；你的 δ 属于{loss}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="62" />
        <source>Your updates shrink the weights too: a penalty with λ = {decay} in the gradient.</source>
        <translation>你的更新还会缩小权重：梯度中有 λ = {decay} 的惩罚项。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="66" />
        <source>Your gradients are right (checked against the gradient of your own loss).</source>
        <translation>你的梯度是对的（已用你自己损失的梯度检验）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="71" />
        <source>{raised} Up to there your gradients are right.</source>
        <translation>{raised}到那里为止，你的梯度是对的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/strike.py" line="61" />
        <location filename="../../nnviz/model/judgement/report.py" line="97" />
        <source>Line {line} is the first that is wrong: `{source}`. {why}</source>
        <translation>第 {line} 行是第一处错误：`{source}`。{why}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/strike.py" line="64" />
        <location filename="../../nnviz/model/judgement/report.py" line="100" />
        <source>Line {line} of cell {cell} is the first that is wrong: `{source}`. {why}</source>
        <translation>第 {cell} 个单元第 {line} 行是第一处错误：`{source}`。{why}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="147" />
        <source>{symbol}: {why} It should be {equation}.</source>
        <translation>{symbol}：{why}应为 {equation}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="205" />
        <source>Line {line} is right for what it got.</source>
        <translation>第 {line} 行就其所得而言是对的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="206" />
        <source>Lines {lines} are right for what they got.</source>
        <translation>第 {lines} 行就其所得而言是对的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="212" />
        <source>No network was recognised: no array of weights was multiplied with an input and changed again.</source>
        <translation>没有识别出网络：没有权重数组与输入相乘并再次改变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/report.py" line="219" />
        <source>{outcome} {sentence}</source>
        <translation>{outcome}{sentence}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/words.py" line="13" />
        <source>It is not what the values before it give</source>
        <translation>它不是由之前的值得出的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/words.py" line="27" />
        <source>the identity</source>
        <translation>恒等函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/words.py" line="39" />
        <source>The slope of {sign} is {slope}</source>
        <translation>{sign} 的斜率是 {slope}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/words.py" line="45" />
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/words.py" line="46" />
        <source>{sentence}. {following}</source>
        <translation>{sentence}。{following}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/updates.py" line="30" />
        <source>Every gradient that was recognised is right; how the updates use them was not recognised.</source>
        <translation>识别出的每个梯度都是对的；没有识别出更新如何使用它们。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/updates.py" line="80" />
        <source>Your updates are those of {optimiser}.</source>
        <translation>你的更新是 {optimiser} 的更新。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/updates.py" line="118" />
        <source>Your updates clip the gradient, or take its sign: each number goes down its own.</source>
        <translation>你的更新对梯度做了裁剪，或只取其符号：每个数都沿自己的梯度下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/raised_line.py" line="225" />
        <source>Line {line} stands for {symbol}: {equation}</source>
        <translation>第 {line} 行对应 {symbol}：{equation}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/raised_line.py" line="228" />
        <source>With the mended line your gradients are right</source>
        <translation>改正这一行后，你的梯度是正确的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/stated.py" line="63" />
        <source>to read what your network is</source>
        <translation>读取你对网络的说明</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/stated.py" line="64" />
        <source>2-3-1 tanh,sigmoid binary-cross-entropy rows</source>
        <translation>2-3-1 tanh,sigmoid binary-cross-entropy rows</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/stated.py" line="93" />
        <source>You say {said}; your code has {found}.</source>
        <translation>你说是 {said}；你的代码是 {found}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/memory.py" line="46" />
        <source>Your updates remember: momentum with μ = {share}.</source>
        <translation>你的更新有记忆：动量，μ = {share}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="76" />
        <source>A network {sizes} was found; what its output is compared with was not.</source>
        <translation>找到了网络 {sizes}，但没有找到它的输出与什么比较。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="99" />
        <source>Your parameters have several learning rates.</source>
        <translation>你的参数有不同的学习率。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="132" />
        <source>Your loss has a penalty that was not recognised; your gradients have one too.</source>
        <translation>你的损失中有未识别的惩罚项；你的梯度中也有。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="135" />
        <source>Your loss has a penalty that was not recognised; your gradients are those without it.</source>
        <translation>你的损失中有未识别的惩罚项；你的梯度是不含它的梯度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="139" />
        <source>Not all parameters were recognised; the gradients of those that were are right.</source>
        <translation>没有识别出全部参数；已识别参数的梯度是对的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="143" />
        <source>Your first update is right; how a later one comes of its gradient was not recognised.</source>
        <translation>你的第一次更新是对的；没有识别出后面的某次更新如何由其梯度得出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/judge.py" line="214" />
        <source>Not every gradient was recognised; the parameters do not change as your loss's gradient says.</source>
        <translation>不是每个梯度都被识别；参数的变化与损失的梯度不一致。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/repaired.py" line="18" />
        <source>With the derivative of your own loss in place of its value, all your parameters change as they should.</source>
        <translation>把它的值换成您自己的损失的导数，所有参数的变化就都对了。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/repaired.py" line="21" />
        <source>With the derivative of your own loss in place of its value, {fixed} of {total} numbers of your parameters change as they should; as it is, {before} do.</source>
        <translation>把它的值换成您自己的损失的导数，参数的 {total} 个数中有 {fixed} 个变化正确；现在只有 {before} 个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/repaired.py" line="27" />
        <source>This operation hands back {part}; the gradient of its result times the derivative of the operation is {right}.</source>
        <translation>此运算传回 {part}；而其结果的梯度乘以该运算的导数应为 {right}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/repaired.py" line="31" />
        <source>It replaces what other operations have handed back before: what comes along several ways has to be added.</source>
        <translation>它覆盖了其他运算先前传回的值：经多条路径传回的梯度必须相加。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/measured.py" line="64" />
        <source>Your gradients are right (checked against central differences of your own loss).</source>
        <translation>你的梯度是正确的（已用你自己的损失的中心差分核对）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/debug_file.py" line="63" />
        <source>running your code</source>
        <translation>正在运行你的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/judgement/debug_file.py" line="67" />
        <source>finding the network and checking its gradients</source>
        <translation>正在寻找网络并检查梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="57" />
        <source>a text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="246" />
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="59" />
        <source>a whole number, {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="247" />
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="61" />
        <source>a number, {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="100" />
        <source>line {symbol}</source>
        <translation>行 {symbol}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="101" />
        <source>a number is not finite</source>
        <translation>有数不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="103" />
        <source>the loss rises {times} times in a row</source>
        <translation>损失连续上升 {times} 次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="105" />
        <source>the loss is below {bound}</source>
        <translation>损失小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="106" />
        <source>the loss is above {bound}</source>
        <translation>损失大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="107" />
        <source>|{quantity}| is above {bound}</source>
        <translation>|{quantity}| 大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="108" />
        <source>|{quantity}| is below {bound}</source>
        <translation>|{quantity}| 小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="111" />
        <source>‖ΔW‖/‖W‖ is outside {low} to {high}</source>
        <translation>‖ΔW‖/‖W‖ 不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="114" />
        <source>a hidden unit is saturated</source>
        <translation>有隐藏单元饱和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="115" />
        <source>a ReLU unit is dead</source>
        <translation>有死亡 ReLU 单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="117" />
        <source>two units are identical</source>
        <translation>有两个单元相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="120" />
        <source>a weight changes its sign</source>
        <translation>有权重变号</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="124" />
        <source>sample {sample} changes its class</source>
        <translation>样本 {sample} 的预测类别改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="128" />
        <source>the accuracy reaches {accuracy}</source>
        <translation>准确率达到 {accuracy}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="130" />
        <source>update {update} is reached</source>
        <translation>到达第 {update} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="131" />
        <source>epoch {epoch} is reached</source>
        <translation>到达第 {epoch} 轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="133" />
        <source>the expression {text} holds</source>
        <translation>表达式 {text} 成立</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="156" />
        <source>a breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="157" />
        <source>a breakpoint of kind {name}</source>
        <translation>{name} 类的断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="162" />
        <source>no parameters</source>
        <translation>没有参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/fields.py" line="101" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="74" />
        <location filename="../../nnviz/model/breakpoints/condition_table.py" line="167" />
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/expression_condition.py" line="61" />
        <source>{expression} holds</source>
        <translation>{expression} 成立</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/loss_conditions.py" line="52" />
        <source>{symbol} = {value} is below {bound}</source>
        <translation>{symbol} = {value}，小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/loss_conditions.py" line="63" />
        <source>{symbol} = {value} is above {bound}</source>
        <translation>{symbol} = {value}，大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/loss_conditions.py" line="82" />
        <source>{symbol} = {value} has risen {times} times in a row</source>
        <translation>{symbol} = {value}，已连续上升 {times} 次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/loss_conditions.py" line="100" />
        <source>the accuracy on the training samples is {value}, at least {accuracy}</source>
        <translation>训练样本上的准确率为 {value}，不低于 {accuracy}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/change_conditions.py" line="45" />
        <source>{cell} changes its sign, from {before} to {after}</source>
        <translation>{cell} 变号，从 {before} 变为 {after}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/change_conditions.py" line="75" />
        <source>sample {sample} goes from class {before} to class {after}</source>
        <translation>样本 {sample} 的预测从类别 {before} 变为类别 {after}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/unit_conditions.py" line="46" />
        <source>unit {unit} of layer {layer} is saturated for all samples of the batch</source>
        <translation>第 {layer} 层 {unit} 号单元对本批所有样本都饱和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/unit_conditions.py" line="65" />
        <source>unit {unit} of layer {layer} outputs 0 for all samples of the batch</source>
        <translation>第 {layer} 层 {unit} 号单元对本批所有样本都给出 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/unit_conditions.py" line="92" />
        <source>units {unit} and {other} of layer {layer} have the same weights and bias</source>
        <translation>第 {layer} 层 {unit} 号与 {other} 号单元的权重和偏置相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/finite_run.py" line="20" />
        <source>{cell} is not finite ({value})</source>
        <translation>{cell} 不是有限数（{value}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/finite_run.py" line="21" />
        <source>{cell} is not finite ({value}), because {cause}</source>
        <translation>{cell} 不是有限数（{value}），因为{cause}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/finite_run.py" line="22" />
        <source>{cell} is not finite ({value}), because {cause}; the likely reason: {reason}</source>
        <translation>{cell} 不是有限数（{value}），因为{cause}；可能的原因：{reason}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/finite_run.py" line="25" />
        <source>{cell} is not finite ({value}) already, before anything more is run</source>
        <translation>{cell} 已经不是有限数（{value}），没有再往下运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/finite_run.py" line="26" />
        <source>the loss of the training samples after this update is not finite ({value})</source>
        <translation>这次更新之后训练样本的损失不是有限数（{value}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/finite_run.py" line="27" />
        <source>the loss of the test samples after this update is not finite ({value})</source>
        <translation>这次更新之后测试样本的损失不是有限数（{value}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/size_conditions.py" line="72" />
        <source>|{cell}| = {value} is above {bound}</source>
        <translation>|{cell}| = {value}，大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/size_conditions.py" line="88" />
        <source>max |{symbol}| = {value} is below {bound}</source>
        <translation>max |{symbol}| = {value}，小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/size_conditions.py" line="114" />
        <source>the update changes {symbol} by {value} of its size, outside {low} to {high}</source>
        <translation>这次更新使 {symbol} 的改变量为其大小的 {value} 倍，不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/size_conditions.py" line="141" />
        <source>{cell} = {value}: the first number that is not finite</source>
        <translation>{cell} = {value}：第一个不是有限数的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/position_conditions.py" line="29" />
        <source>line {line} has run: {symbol}</source>
        <translation>第 {line} 行（{symbol}）已运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/position_conditions.py" line="47" />
        <source>update {update} has begun</source>
        <translation>第 {update} 次更新已开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/position_conditions.py" line="64" />
        <source>epoch {epoch} has begun</source>
        <translation>第 {epoch} 轮已开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="92" />
        <source>the result overflows: it is larger than 1.8e308</source>
        <translation>结果超出浮点数的上限 (1.8e308)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="93" />
        <source>the sum of {terms} terms overflows; the largest is {largest}</source>
        <translation>{terms} 项之和超出浮点数的上限；最大的一项是 {largest}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="94" />
        <source>{left} times {right} overflows</source>
        <translation>{left} 乘以 {right} 超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="95" />
        <source>the sum or difference of {left} and {right} overflows</source>
        <translation>{left} 与 {right} 合起来超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="96" />
        <source>the square of {value} overflows</source>
        <translation>{value} 的平方超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="97" />
        <source>the square root of {value}, which is negative, is not a number</source>
        <translation>{value} 是负数，它的平方根不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="98" />
        <source>0 divided by 0 is not a number</source>
        <translation>0 除以 0 不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="99" />
        <source>{left} is divided by 0</source>
        <translation>{left} 除以了 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="100" />
        <source>{left} divided by {right} overflows</source>
        <translation>{left} 除以 {right} 超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="101" />
        <source>the loss takes the logarithm of 0, because {cell} is exactly {value}</source>
        <translation>损失要取 0 的对数，因为 {cell} 恰好等于 {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="102" />
        <source>the loss takes the logarithm of a number below 0, because {cell} = {value}</source>
        <translation>损失要取负数的对数，因为 {cell} = {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="105" />
        <source>the loss of {cell} = {value} overflows</source>
        <translation>{cell} = {value} 的损失超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="106" />
        <source>e to the power of {value} overflows</source>
        <translation>e 的 {value} 次方超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="200" />
        <source>this loss is for outputs between 0 and 1, ends excluded: use it with the activation made for it</source>
        <translation>这个损失要求输出在 0 与 1 之间（不含两端）：请与配套的激活函数一起使用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="213" />
        <source>the weights have diverged: {symbol} has reached {value}; a learning rate below {eta} may help</source>
        <translation>权重失控：{symbol} 已达 {value}；学习率小于 {eta} 也许有用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="223" />
        <source>the inputs are as large as {value}: scaling the data may help</source>
        <translation>输入大到 {value}：缩放数据也许有用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="226" />
        <source>the initial weights {symbol} are as large as {value}</source>
        <translation>初始权重 {symbol} 大到 {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/nonfinite.py" line="239" />
        <source>the learning rate {eta} times the gradient of {symbol} is {value}</source>
        <translation>学习率 {eta} 乘以 {symbol} 的梯度，等于 {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/rerun.py" line="28" />
        <source>a program that computes no gradients</source>
        <translation>不计算梯度的程序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/lines/mistake_texts.py" line="64" />
        <location filename="../../nnviz/model/scenario/validation.py" line="325" />
        <location filename="../../nnviz/model/checks/rerun.py" line="29" />
        <source>an optimiser that computes gradients</source>
        <translation>计算梯度的优化器</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="29" />
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="30" />
        <source>fine</source>
        <translation>尚可</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="31" />
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="32" />
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="37" />
        <source>too small to tell</source>
        <translation>太小，无法判断</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/kinks.py" line="83" />
        <source>±ε moves {cell} across the bend of its activation at 0</source>
        <translation>±ε 使 {cell} 越过激活函数在 0 处的折点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/kinks.py" line="88" />
        <source>±ε moves {cell} across the bend of the loss</source>
        <translation>±ε 使 {cell} 越过损失的折点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/kinks.py" line="91" />
        <source>±ε moves {cell} across 0, where the penalty bends</source>
        <translation>±ε 使 {cell} 越过 0，即惩罚的折点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/engine/engines.py" line="67" />
        <source>an engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/engine/compiled/compile_in_process.py" line="27" />
        <source>to compile the updates</source>
        <translation>编译更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/engine/compiled/compile_in_process.py" line="30" />
        <source>a working numba; until then numpy runs the updates</source>
        <translation>可用的 numba；在此之前由 numpy 运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/run_in_process.py" line="58" />
        <source>to check code</source>
        <translation>检查代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/grading/run.py" line="41" />
        <location filename="../../nnviz/model/grading/run.py" line="39" />
        <location filename="../../nnviz/model/recording/interpreter.py" line="22" />
        <location filename="../../nnviz/model/recording/record.py" line="73" />
        <location filename="../../nnviz/model/codecheck/run_in_process.py" line="58" />
        <source>no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/returned_values.py" line="18" />
        <source>a dict such as {'Z1': …, 'A1': …, 'delta2': …, 'dW2': …, 'db2': …}, or two lists (dWs, dbs)</source>
        <translation>{'Z1': …, 'A1': …, 'delta2': …, 'dW2': …, 'db2': …} 这样的字典，或两个列表 (dWs, dbs)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/returned_values.py" line="21" />
        <source>two lists (weights, biases)</source>
        <translation>两个列表 (weights, biases)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/returned_values.py" line="22" />
        <source>an array of outputs or classes</source>
        <translation>输出或类别的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/returned_values.py" line="25" />
        <source>None (is there a return?)</source>
        <translation>None（是不是少了 return？）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/returned_values.py" line="26" />
        <source>only the unchanged parameters</source>
        <translation>只有原来的参数，没有别的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/codecheck/returned_values.py" line="150" />
        <source>{symbol} = {found}</source>
        <translation>{symbol} = {found}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/user_data.py" line="88" />
        <location filename="../../nnviz/model/data/edits.py" line="37" />
        <location filename="../../nnviz/model/prediction/answers.py" line="62" />
        <source>{count} numbers</source>
        <translation>{count} 个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/prediction/answers.py" line="63" />
        <source>{count}, one for each input</source>
        <translation>{count} 个，每个输入一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/prediction/answers.py" line="64" />
        <source>an input for the network</source>
        <translation>网络的一个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="94" />
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="95" />
        <source>Good for biases; hidden units whose weights start alike stay alike</source>
        <translation>适合偏置；隐藏单元的权重若起始相同，就一直相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/rate_schedules.py" line="61" />
        <location filename="../../nnviz/model/network/initialisers.py" line="101" />
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="102" />
        <source>One number everywhere; hidden units whose weights start alike stay alike</source>
        <translation>处处是同一个数；隐藏单元的权重若起始相同，就一直相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="105" />
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="111" />
        <source>uniform ±ε</source>
        <translation>均匀分布 ±ε</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="112" />
        <source>Every number between −ε and ε is equally likely</source>
        <translation>−ε 到 ε 之间每个数的可能性相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="120" />
        <source>normal × scale</source>
        <translation>正态分布 × 尺度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="121" />
        <source>Normally distributed about zero; the scale is its standard deviation</source>
        <translation>以零为中心的正态分布；尺度就是标准差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="124" />
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="130" />
        <source>Glorot, uniform</source>
        <translation>Glorot 均匀分布</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="131" />
        <source>Keeps the signal's size from layer to layer, with tanh and sigmoid</source>
        <translation>配合 tanh、sigmoid，使信号逐层大小不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="138" />
        <source>He, normal</source>
        <translation>He 正态分布</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/initialisers.py" line="139" />
        <source>Keeps the signal's size from layer to layer, with ReLU</source>
        <translation>配合 ReLU，使信号逐层大小不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations_with_number.py" line="40" />
        <source>leaky ReLU</source>
        <translation>泄漏 ReLU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations_with_number.py" line="45" />
        <source>leaky ReLU, {slope} below 0</source>
        <translation>leaky ReLU，0 以下斜率 {slope}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations_with_number.py" line="70" />
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations_with_number.py" line="72" />
        <source>ELU, α = {alpha}</source>
        <translation>ELU，α = {alpha}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations_with_number.py" line="106" />
        <source>slope below 0</source>
        <translation>0 以下的斜率</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations_with_number.py" line="107" />
        <source>α of ELU</source>
        <translation>ELU 的 α</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="127" />
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="137" />
        <source>sigmoid σ</source>
        <translation>sigmoid σ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="148" />
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="159" />
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="172" />
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="182" />
        <source>bipolar sigmoid</source>
        <translation>双极 sigmoid</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="193" />
        <source>swish (SiLU)</source>
        <translation>swish (SiLU)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="203" />
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="213" />
        <source>GELU with tanh</source>
        <translation>用 tanh 近似的 GELU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/activations.py" line="223" />
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/network.py" line="25" />
        <source>at most {most} layers: the window takes seconds to lay out more of them</source>
        <translation>至多 {most} 层：更多的层要让窗口排版数秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/network/network.py" line="27" />
        <source>the weights between two layers of so many units take 128 MB</source>
        <translation>两层这么多单元之间的权重占 128 MB</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="28" />
        <source>The gradient check detects it. The wrong line is line {line}, which writes {symbol}.</source>
        <translation>梯度检查能发现它。出错的是第 {line} 行，它写出 {symbol}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="31" />
        <source>The gradient check detects it from the second update on. The wrong line, line {line}, writes {symbol}.</source>
        <translation>从第二次更新起，梯度检验能发现它。错误的行是第 {line} 行，它写入 {symbol}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="35" />
        <source>The update check detects it: in line {line}, {symbol} does not change as its gradient says.</source>
        <translation>更新检查能发现它：在第 {line} 行，{symbol} 没有按它的梯度移动。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="38" />
        <source>No check detects it, but a shape shows it: {symbol}, which line {line} writes, has a column for each sample.</source>
        <translation>哪种检查都发现不了，但形状会露出马脚：第 {line} 行写出的 {symbol} 对每个样本都有一列。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="42" />
        <source>No check detects it, as every line is right. The initial weights show it: they are all equal.</source>
        <translation>哪种检查都发现不了，因为每一行都是对的。起始的权重会露出马脚：它们全都相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="45" />
        <source>Every line is right for its numbers. Y shows it: it has the number of the class, the same for all outputs.</source>
        <translation>就其读到的数而言，每一行都是对的。Y 显示了它：所有输出的目标都是类别编号。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="49" />
        <source>No check detects it, as every line is right. X shows it: an update has a single sample.</source>
        <translation>没有检验能发现它，因为每一行都是对的。X 显示了它：一次更新只有一个样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="53" />
        <source>No check detects it, as every line is right. The first batch of an epoch shows it: it has too many samples.</source>
        <translation>哪种检查都发现不了，因为每一行都是对的。一轮的第一批会露出马脚：它的样本太多。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/quiz/quiz.py" line="57" />
        <source>No check detects it, as every line is right. The accuracy shows it: it does not follow the loss.</source>
        <translation>哪种检查都发现不了，因为每一行都是对的。准确率会露出马脚：它不随损失变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/penalties.py" line="57" />
        <source>L1: λ Σ|w|</source>
        <translation>L1：λ Σ|w|</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/penalties.py" line="64" />
        <source>L2: λ/2 Σw²</source>
        <translation>L2：λ/2 Σw²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/penalties.py" line="71" />
        <source>L2 without ½: λ Σw²</source>
        <translation>不带 ½ 的 L2：λ Σw²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/rate_schedules.py" line="67" />
        <source>in steps</source>
        <translation>分段</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/rate_schedules.py" line="74" />
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/rate_schedules.py" line="81" />
        <source>1/t</source>
        <translation>1/t</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/rate_schedules.py" line="88" />
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/rate_schedules.py" line="95" />
        <source>from a list</source>
        <translation>来自列表</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/evolution_strategies.py" line="122" />
        <source>evolution strategy (1+1)</source>
        <translation>进化策略 (1+1)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/evolution_strategies.py" line="132" />
        <source>evolution strategy (1, K)</source>
        <translation>进化策略 (1, K)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="224" />
        <source>half squared error ½Σ(a − y)²</source>
        <translation>半平方误差 ½Σ(a − y)²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="232" />
        <source>squared error Σ(a − y)²</source>
        <translation>平方误差 Σ(a − y)²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="240" />
        <source>mean squared error Σ(a − y)²/n</source>
        <translation>均方误差 Σ(a − y)²/n</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="248" />
        <source>half mean squared error ½Σ(a − y)²/n</source>
        <translation>半均方误差 ½Σ(a − y)²/n</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="256" />
        <source>absolute error Σ|a − y|</source>
        <translation>绝对误差 Σ|a − y|</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="265" />
        <source>mean absolute error Σ|a − y|/n</source>
        <translation>平均绝对误差 Σ|a − y|/n</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="274" />
        <source>binary cross-entropy −Σ[y ln a + (1−y) ln(1−a)]</source>
        <translation>二元交叉熵 −Σ[y ln a + (1−y) ln(1−a)]</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="286" />
        <source>categorical cross-entropy −Σ y ln a</source>
        <translation>多类交叉熵 −Σ y ln a</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/losses.py" line="300" />
        <source>hinge Σ max(0, 1 − y·a)</source>
        <translation>合页损失 Σ max(0, 1 − y·a)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="186" />
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="200" />
        <location filename="../../nnviz/model/program/optimisers.py" line="192" />
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="210" />
        <location filename="../../nnviz/model/program/optimisers.py" line="200" />
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="208" />
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="120" />
        <location filename="../../nnviz/model/program/optimisers.py" line="216" />
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="224" />
        <source>momentum, dampened</source>
        <translation>动量（带阻尼）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="232" />
        <source>momentum of steps</source>
        <translation>步长动量</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="240" />
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="248" />
        <source>RMSProp, ε within the root</source>
        <translation>RMSProp，ε 在根号内</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="256" />
        <source>Adam, ε within the root</source>
        <translation>Adam，ε 在根号内</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="264" />
        <source>Adam, ε before the corrections</source>
        <translation>Adam，ε 在修正之前</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="272" />
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/program/optimisers.py" line="280" />
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="21" />
        <source>to write a script</source>
        <translation>写出脚本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="45" />
        <source>an evolution strategy</source>
        <translation>进化策略</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="46" />
        <source>an optimiser that uses gradients</source>
        <translation>使用梯度的优化器</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="48" />
        <source>a mistake that is to be found: a script would show it</source>
        <translation>待查找的错误：脚本会把它暴露出来</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="49" />
        <source>a scenario without a hidden mistake</source>
        <translation>没有隐藏错误的场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="51" />
        <source>the mistake {name}</source>
        <translation>错误 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/parts.py" line="52" />
        <source>batches that do not leak into each other</source>
        <translation>互不泄漏的批次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/torch_script.py" line="136" />
        <source>a state to start from</source>
        <translation>起始的优化器状态</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/torch_script.py" line="141" />
        <source>to write a PyTorch script</source>
        <translation>写出 PyTorch 脚本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/torch_script.py" line="143" />
        <source>what PyTorch has ({optimisers}), or a numpy script</source>
        <translation>PyTorch 具备的（{optimisers}），或改用 numpy 脚本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/torch_script.py" line="154" />
        <source>a bias that all units share</source>
        <translation>所有单元共用的偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scripts/written_script.py" line="17" />
        <source>to save the script</source>
        <translation>保存脚本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/file.py" line="135" />
        <location filename="../../nnviz/model/data/files/source.py" line="141" />
        <location filename="../../nnviz/model/scenario/file.py" line="152" />
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file.py" line="153" />
        <source>at most {most} MB: read as JSON it takes 20 times the memory; more samples are opened as a data file</source>
        <translation>至多 {most} MB：按 JSON 读取要占 20 倍内存；更多样本请作为数据文件打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="31" />
        <source>to open a link of nnviz</source>
        <translation>打开 nnviz 链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="32" />
        <source>to write a link</source>
        <translation>写出链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="66" />
        <source>samples in a file, which a link does not hold</source>
        <translation>样本在文件中，链接无法包含</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="67" />
        <source>samples that are made or written out; or save the session</source>
        <translation>生成的或直接写出的样本；或者保存会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="76" />
        <source>at most {most}; save the scenario as a file</source>
        <translation>至多 {most} 个字符；请将场景保存为文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="77" />
        <source>a link of {count} characters</source>
        <translation>{count} 个字符的链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="95" />
        <source>a link of the form {version}</source>
        <translation>格式为 {version} 的链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="96" />
        <source>the form {known}</source>
        <translation>格式 {known}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="99" />
        <source>a link that is damaged or cut off</source>
        <translation>损坏或被截断的链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/link.py" line="100" />
        <source>all of the text that was copied</source>
        <translation>复制的完整文本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/suggestion.py" line="21" />
        <source>Drawn by hand</source>
        <translation>手绘的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/schedule_spec.py" line="17" />
        <source>at most {most} factors: all of them stay in memory with every branch</source>
        <translation>最多 {most} 个因子：它们随每个分支全部留在内存中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/lesson.py" line="22" />
        <location filename="../../nnviz/model/scenario/schedule_spec.py" line="19" />
        <source>at most {most} entries: each of them is looked up and reported</source>
        <translation>至多 {most} 项：每一项都要查找并报告</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="19" />
        <source>a value: the field is needed</source>
        <translation>一个值：此字段是必需的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="60" />
        <location filename="../../nnviz/model/scenario/validation.py" line="254" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="21" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="20" />
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="161" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="23" />
        <source>a finite number</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="21" />
        <location filename="../../nnviz/model/data/real_numbers.py" line="20" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="24" />
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="25" />
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="26" />
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="29" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="28" />
        <location filename="../../nnviz/model/scenario/file_problems.py" line="27" />
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="30" />
        <source>{ge} or more</source>
        <translation>不小于 {ge}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="31" />
        <source>{le} or less</source>
        <translation>不大于 {le}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="60" />
        <source>{one} or {other}</source>
        <translation>{one} 或 {other}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/file_problems.py" line="81" />
        <source>no such field; there are {fields}</source>
        <translation>没有此字段；有 {fields}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/scenario.py" line="37" />
        <source>at most {most} languages: all of them stay in memory with every branch</source>
        <translation>至多 {most} 种语言：它们随每个分支都留在内存中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/scenario.py" line="40" />
        <source>at most {most} characters: a title is written in one line of the window</source>
        <translation>至多 {most} 个字符：标题写在窗口的一行中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/scenario.py" line="43" />
        <source>at most {most} characters: to lay out a longer text holds the window up</source>
        <translation>至多 {most} 个字符：排版更长的文字会使窗口停顿</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/scenario.py" line="46" />
        <source>at most {most} characters: a name is written in every line that has its symbol</source>
        <translation>至多 {most} 个字符：名称会写在含有该符号的每一行中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/scenario.py" line="49" />
        <source>at most {most} mistakes: each is one more change of the program to be tried</source>
        <translation>至多 {most} 个错误：每个错误都要再试一次程序的改动</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/scenario.py" line="247" />
        <source>to save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="141" />
        <source>the scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="143" />
        <source>the scenario {name}</source>
        <translation>场景 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="209" />
        <source>{count} of them</source>
        <translation>{count} 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="219" />
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="220" />
        <source>at most {most} parameters: they take 160 MB, and an update holds them up to six times</source>
        <translation>至多 {most} 个参数：它们占 160 MB，而一次更新最多保存六份</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="227" />
        <source>{samples} samples in a batch through {units} units</source>
        <translation>一个批次的 {samples} 个样本通过 {units} 个单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="229" />
        <source>at most {most} of samples × units: an update holds 4 numbers for each, 3 GB; smaller batches</source>
        <translation>样本数 × 单元数至多 {most}：一次更新为每个保存 4 个数，共 3 GB；请用较小的批次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="240" />
        <source>a whole number of {bits} bits</source>
        <translation>{bits} 位的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="251" />
        <source>a whole number, {low} or more</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="252" />
        <source>a number, {low} or more</source>
        <translation>不小于 {low} 的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="259" />
        <source>{accepted}: {why}</source>
        <translation>{accepted}：{why}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="353" />
        <location filename="../../nnviz/model/scenario/validation.py" line="319" />
        <source>settings with which the hidden mistake could not be made</source>
        <translation>使藏着的错误无法存在的设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="354" />
        <location filename="../../nnviz/model/scenario/validation.py" line="320" />
        <source>other settings, until it is found or given up</source>
        <translation>别的设置，直到找到或放弃它</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="323" />
        <source>{name} with {optimiser}</source>
        <translation>{name}，优化器为 {optimiser}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="329" />
        <source>{name}, which nnviz’s own lines cannot have</source>
        <translation>{name}，nnviz 自己的行不可能有这种错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="330" />
        <source>{name}, which changes nothing here</source>
        <translation>{name}，它在这里不起作用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="339" />
        <source>{name} with {other}</source>
        <translation>{name} 与 {other}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="340" />
        <source>one mistake in the initial weights: a network starts once</source>
        <translation>初始权重只能有一个错误：网络只开始一次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="356" />
        <source>{names} together, with which the line {line} is {found}, not {wanted}</source>
        <translation>{names} 同时存在时，{line} 这一行的形状是 {found}，而不是 {wanted}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/scenario/validation.py" line="364" />
        <source>mistakes whose lines fit together</source>
        <translation>各行形状彼此相容的错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="14" />
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="15" />
        <source>a pipe (FIFO)</source>
        <translation>管道（FIFO）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="16" />
        <source>a socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="18" />
        <location filename="../../nnviz/model/files/target.py" line="17" />
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="166" />
        <location filename="../../nnviz/model/files/target.py" line="37" />
        <source>no file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="41" />
        <source>a file that is write-protected</source>
        <translation>写保护的文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="42" />
        <source>a file that may be written to, or a new name</source>
        <translation>可以写入的文件，或新名称</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/target.py" line="50" />
        <source>a character that no file's name can have</source>
        <translation>文件名中不能有的字符</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="11" />
        <source>a file, or a new name in a folder that is there</source>
        <translation>一个文件，或已有文件夹中的新名称</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="39" />
        <source>a disk with room for {count} kB</source>
        <translation>有 {count} kB 空间的磁盘</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="40" />
        <source>no space left on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="43" />
        <source>a limit of at least {count} kB (ulimit -f), or another disk</source>
        <translation>至少 {count} kB 的限制（ulimit -f），或另一个磁盘</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="44" />
        <source>a limit on the size of files</source>
        <translation>对文件大小的限制</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="48" />
        <source>no permission to write there</source>
        <translation>没有在那里写入的权限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="49" />
        <source>a file and a folder that may be written to</source>
        <translation>可以写入的文件和文件夹</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="53" />
        <source>a disk that can only be read</source>
        <translation>只读的磁盘</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="54" />
        <source>a disk that can be written to</source>
        <translation>可写入的磁盘</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="57" />
        <source>symbolic links that lead in a circle</source>
        <translation>循环的符号链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="59" />
        <source>a name of {count} characters, which is too long for the disk</source>
        <translation>{count} 个字符的名称，对磁盘来说太长</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="60" />
        <source>a shorter name</source>
        <translation>更短的名称</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="62" />
        <source>no folder {folder}</source>
        <translation>没有文件夹 {folder}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="65" />
        <source>a file where the path has a folder</source>
        <translation>路径中应为文件夹处是一个文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/refusal.py" line="67" />
        <source>a writable location</source>
        <translation>可以写入的地方</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/files/write.py" line="24" />
        <source>to write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/recording/in_process.py" line="81" />
        <source>no function with its source</source>
        <translation>没有带源代码的函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/recording/in_process.py" line="82" />
        <source>to record functions</source>
        <translation>记录函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/recording/interpreter.py" line="23" />
        <location filename="../../nnviz/model/recording/record.py" line="102" />
        <location filename="../../nnviz/model/recording/record.py" line="74" />
        <source>to run code</source>
        <translation>运行代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/recording/read_sources.py" line="28" />
        <source>to read code</source>
        <translation>读取代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="34" />
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="35" />
        <source>Rename branch</source>
        <translation>重命名分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="36" />
        <source>Discard branch</source>
        <translation>丢弃分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="174" />
        <source>line {line} of update {update}</source>
        <translation>更新 {update} 的第 {line} 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="175" />
        <source>{lines} lines</source>
        <translation>{lines} 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/validation.py" line="93" />
        <location filename="../../nnviz/model/lesson/answer_form.py" line="59" />
        <location filename="../../nnviz/model/map/axis.py" line="160" />
        <location filename="../../nnviz/model/map/axis.py" line="141" />
        <location filename="../../nnviz/model/session/session.py" line="176" />
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="543" />
        <source>{updates} updates and {lines} lines of the last</source>
        <translation>{updates} 次更新和最后一次的 {lines} 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="545" />
        <source>{updates} updates</source>
        <translation>{updates} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="547" />
        <source>update {update}</source>
        <translation>更新 {update}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session/session.py" line="550" />
        <source>a moment that has been run; step forward for later ones</source>
        <translation>已经发生过的时刻；更晚的要先步进</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/comparison/variants.py" line="43" />
        <source>η = {rate}</source>
        <translation>η = {rate}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/comparison/variants.py" line="57" />
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/comparison/variants.py" line="80" />
        <source>without the mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="127" />
        <location filename="../../nnviz/model/data/edits.py" line="38" />
        <source>at most {count}</source>
        <translation>至多 {count}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/edits.py" line="39" />
        <source>to write the samples out one by one</source>
        <translation>逐个写出样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/edits.py" line="114" />
        <source>the last training sample</source>
        <translation>这是最后一个训练样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="33" />
        <source>XOR, four points</source>
        <translation>异或，四个点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="34" />
        <source>The four corners of a square; noise jitters them</source>
        <translation>正方形的四个角；噪声使它们抖动</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="44" />
        <source>XOR, a cloud</source>
        <translation>异或，点云</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="45" />
        <source>Four quadrants, opposite ones of one class; noise mixes the labels near the axes</source>
        <translation>四个象限，对角属于同一类；噪声使坐标轴附近的类别混杂</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/user_data.py" line="89" />
        <source>at most {count}; more in a file</source>
        <translation>至多 {count}；更多请用文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/images.py" line="52" />
        <source>MNIST digits, 28×28</source>
        <translation>MNIST，28×28</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/images.py" line="53" />
        <source>2 500 handwritten digits of the MNIST database, 250 of each, by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0); pixels are divided by 255, noise jitters them</source>
        <translation>MNIST 数据库的 2 500 个手写数字，每个数字 250 个，作者 Y. LeCun、C. Cortes、C. Burges（CC BY-SA 3.0）；像素除以 255，噪声使像素抖动</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/images.py" line="69" />
        <source>digits, 8×8</source>
        <translation>手写数字，8×8</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/images.py" line="70" />
        <source>1 797 handwritten digits by E. Alpaydin and C. Kaynak, from the UCI Machine Learning Repository (CC BY 4.0); pixels are divided by 16, noise jitters them</source>
        <translation>1 797 个手写数字，作者 E. Alpaydin、C. Kaynak，取自 UCI 机器学习库（CC BY 4.0）；像素除以 16，噪声使像素抖动</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spec.py" line="27" />
        <source>at most {most} samples: written out, each number takes 32 bytes; more of them stay in a file</source>
        <translation>至多 {most} 个样本：逐一写出时每个数占 32 字节；更多样本请留在文件中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spec.py" line="33" />
        <source>at most {most} numbers in a row: 10 units have 8 MB of weights for them</source>
        <translation>每行至多 {most} 个数：10 个单元的权重就占 8 MB</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spec.py" line="35" />
        <source>at most {most} characters: a name is written in one line of a table</source>
        <translation>至多 {most} 个字符：名称写在表格的一行中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spec.py" line="36" />
        <source>at most {most} names: each of them is kept in memory and listed</source>
        <translation>至多 {most} 个名称：每个名称都留在内存中并列出</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spec.py" line="38" />
        <source>each class is a unit of the output layer</source>
        <translation>每个类别是输出层的一个单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/sine.py" line="20" />
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/sine.py" line="21" />
        <source>One period of a sine, to be fitted; noise is added to the targets</source>
        <translation>拟合一个周期的正弦；噪声加在目标值上</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/circle.py" line="26" />
        <source>circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/circle.py" line="27" />
        <source>A disc inside a ring; noise mixes the labels near the edge</source>
        <translation>圆环里的圆盘；噪声使边缘附近的类别混杂</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="213" />
        <source>Playground: circle</source>
        <translation>Playground：圆</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="214" />
        <source>TensorFlow Playground’s disc inside a ring; noise mixes the labels near the edge</source>
        <translation>TensorFlow Playground 的圆环里的圆盘；噪声使边缘附近的类别混杂</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="220" />
        <source>Playground: exclusive or</source>
        <translation>Playground：异或</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="221" />
        <source>TensorFlow Playground’s four quadrants; noise mixes the labels near the axes</source>
        <translation>TensorFlow Playground 的四个象限；噪声使坐标轴附近的类别混杂</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="227" />
        <source>Playground: Gaussian</source>
        <translation>Playground：高斯</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="228" />
        <source>TensorFlow Playground’s two clouds; noise spreads them into each other</source>
        <translation>TensorFlow Playground 的两团点云；噪声使它们互相渗透</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="232" />
        <source>Playground: spiral</source>
        <translation>Playground：螺旋</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="233" />
        <source>TensorFlow Playground’s two arms; noise scatters the samples</source>
        <translation>TensorFlow Playground 的两条螺旋臂；噪声使样本散开</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="237" />
        <source>Playground: plane</source>
        <translation>Playground：平面</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="238" />
        <source>TensorFlow Playground’s regression on a slope; noise blurs the targets</source>
        <translation>TensorFlow Playground 的斜面回归；噪声使目标值模糊</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="242" />
        <source>Playground: multi Gaussian</source>
        <translation>Playground：多个高斯</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/playground.py" line="243" />
        <source>TensorFlow Playground’s regression on hills and hollows; noise blurs the targets</source>
        <translation>TensorFlow Playground 的丘谷回归；噪声使目标值模糊</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/flower.py" line="29" />
        <source>planar flower</source>
        <translation>平面花瓣</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/flower.py" line="30" />
        <source>Petals of two classes that no straight line separates; noise blurs them</source>
        <translation>两类花瓣，直线分不开；噪声使花瓣变毛糙</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="31" />
        <source>spiral</source>
        <translation>双螺旋</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="32" />
        <source>Two arms wound about each other; noise moves the samples</source>
        <translation>两条相互缠绕的螺旋臂；噪声使样本移位</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="41" />
        <source>spiral, three classes</source>
        <translation>三类螺旋</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="42" />
        <source>Three arms wound about each other; noise moves the samples</source>
        <translation>三条相互缠绕的螺旋臂；噪声使样本移位</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/moons.py" line="28" />
        <source>two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/moons.py" line="29" />
        <source>Two interlocked crescents; noise blurs them</source>
        <translation>两个互相咬合的月牙；噪声使它们变毛糙</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="25" />
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="26" />
        <source>mean 0, standard deviation 1</source>
        <translation>均值 0，标准差 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="27" />
        <source>from 0 to 1</source>
        <translation>从 0 到 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="28" />
        <source>divided by a number</source>
        <translation>除以一个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="29" />
        <source>with given numbers</source>
        <translation>用给定的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="34" />
        <source>X = raw</source>
        <translation>X = 原始值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="35" />
        <source>X = (raw − mean) / standard deviation</source>
        <translation>X = (原始值 − 均值) / 标准差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="36" />
        <source>X = (raw − least) / (greatest − least)</source>
        <translation>X = (原始值 − 最小值) / (最大值 − 最小值)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="37" />
        <source>X = raw / divisor</source>
        <translation>X = 原始值 / 除数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/scaling.py" line="38" />
        <source>X = (raw − offset) · factor</source>
        <translation>X = (原始值 − 偏移) · 系数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/building.py" line="220" />
        <source>numbers too large, or too far apart, for this scaling</source>
        <translation>对这种缩放来说太大或相差太远的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/building.py" line="221" />
        <source>smaller ones, or scaling 'none'</source>
        <translation>较小的数，或缩放 'none'</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/gaussians.py" line="21" />
        <source>two gaussians</source>
        <translation>两团高斯</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/gaussians.py" line="22" />
        <source>Two round clouds; noise spreads them into each other</source>
        <translation>两团圆形点云；噪声使它们互相渗透</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="18" />
        <source>booleans</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="19" />
        <source>complex numbers</source>
        <translation>复数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="22" />
        <source>Python objects</source>
        <translation>Python 对象</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="23" />
        <source>dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="24" />
        <source>lengths of time</source>
        <translation>时间长度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="64" />
        <source>an array of {what}</source>
        <translation>一个由{what}组成的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="71" />
        <source>a masked array, {count} of whose cells are masked</source>
        <translation>一个掩码数组，其中 {count} 个单元格被遮住</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="80" />
        <source>a tensor that requires a gradient: hand over x.detach()</source>
        <translation>一个需要梯度的张量：请交出 x.detach()</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/real_numbers.py" line="82" />
        <source>a {kind} that cannot be read as an array ({error})</source>
        <translation>一个不能读作数组的 {kind}（{error}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="62" />
        <source>no column for the inputs besides the answer</source>
        <translation>除标签外没有可作输入的列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="61" />
        <location filename="../../nnviz/model/data/files/text_table.py" line="63" />
        <source>at least one, for the inputs</source>
        <translation>至少一列，作为输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="142" />
        <source>text in column {name}, as targets</source>
        <translation>以列 {name} 中的文字为目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="115" />
        <location filename="../../nnviz/model/data/files/text_table.py" line="143" />
        <source>numbers, or classes</source>
        <translation>数值，或改为类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="145" />
        <source>several columns, as classes</source>
        <translation>以多列为类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="146" />
        <source>one column, or one for each class with a single 1 in every row; or targets</source>
        <translation>一列，或每个类别一列且每行只有一个 1；或目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="154" />
        <source>It is not UTF-8; it is read as {name}.</source>
        <translation>不是 UTF-8；按 {name} 读取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="156" />
        <source>Column {name} is left out.</source>
        <translation>未使用列 {name}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="164" />
        <source>The last columns are one answer, a column for each class: {names}.</source>
        <translation>最后几列合为一个标签，每个类别一列：{names}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="173" />
        <source>Column {name}: {first} becomes 0, {second} becomes 1.</source>
        <translation>列 {name}：{first} 记为 0，{second} 记为 1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="176" />
        <source>Column {name} becomes {count} inputs of 0 and 1, one for each text: {values}.</source>
        <translation>列 {name} 变为 {count} 个取 0 或 1 的输入，每个文本一个：{values}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/text_table.py" line="205" />
        <source>row {row} or after</source>
        <translation>第 {row} 行或之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz_names.py" line="52" />
        <source>no arrays</source>
        <translation>没有数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz_names.py" line="53" />
        <source>an array with the inputs and one with the answers, such as X and y</source>
        <translation>一个存放输入的数组和一个存放答案的数组，如 X 和 y</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz_names.py" line="54" />
        <source>{arrays}</source>
        <translation>{arrays}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="59" />
        <source>It is read together with {name}.</source>
        <translation>与 {name} 一起读取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="101" />
        <source>labels, and no file with their images</source>
        <translation>只有标签，没有图像文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="103" />
        <source>images, and no file with their labels</source>
        <translation>只有图像，没有标签文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="104" />
        <source>{name} in the same folder</source>
        <translation>同一文件夹中的 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="117" />
        <source>{bytes} as the first bytes</source>
        <translation>开头的字节为 {bytes}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="118" />
        <source>00 00 08 03 for images, 00 00 08 01 for labels</source>
        <translation>图像为 00 00 08 03，标签为 00 00 08 01</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="131" />
        <source>{count} bytes of numbers</source>
        <translation>{count} 字节的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/idx.py" line="133" />
        <source>{count}, for {sizes}</source>
        <translation>{count}，对应 {sizes}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/choices.py" line="68" />
        <source>{name} as an input and as the answer</source>
        <translation>{name} 既是输入又是标签</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/choices.py" line="69" />
        <source>one of the two</source>
        <translation>二者之一</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/choices.py" line="92" />
        <source>no column {name}</source>
        <translation>没有列 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/choices.py" line="98" />
        <source>one of {names}, or its number from 1</source>
        <translation>{names} 之一，或从 1 开始的列号</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="55" />
        <location filename="../../nnviz/model/data/files/source.py" line="111" />
        <location filename="../../nnviz/model/data/files/choices.py" line="102" />
        <source>to read {name}</source>
        <translation>读取 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/mat.py" line="63" />
        <source>MATLAB, which needs scipy (pip install -e ".[files]")</source>
        <translation>MATLAB 文件，需要 scipy（pip install -e ".[files]"）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/mat.py" line="69" />
        <source>a complete file</source>
        <translation>完整的文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="126" />
        <location filename="../../nnviz/model/data/files/parsing.py" line="127" />
        <source>{count} columns</source>
        <translation>{count} 列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="128" />
        <source>{count}, as in the first row</source>
        <translation>{count}，与第一行相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="165" />
        <source>a missing value</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="172" />
        <source>row {row}, column {column} ({name})</source>
        <translation>第 {row} 行第 {column} 列 ({name})</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="180" />
        <source>a value; or leave out the rows with missing values, fill them, or leave out the column</source>
        <translation>一个值；或去掉有缺失值的行，填充缺失值，或不使用这一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="184" />
        <source>a class; or leave out the rows with missing values</source>
        <translation>一个类别；或去掉有缺失值的行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/parsing.py" line="205" />
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="84" />
        <source>a .gz file that ends too early, or is damaged</source>
        <translation>不完整或已损坏的 .gz 文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="86" />
        <source>a complete file; copy or download it again</source>
        <translation>完整的文件：请重新复制或下载</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="56" />
        <location filename="../../nnviz/model/data/files/read.py" line="101" />
        <location filename="../../nnviz/model/data/files/source.py" line="160" />
        <location filename="../../nnviz/model/data/files/source.py" line="90" />
        <source>a file that can be read</source>
        <translation>可以读取的文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/sniffing.py" line="89" />
        <location filename="../../nnviz/model/data/files/source.py" line="103" />
        <source>nothing: it is empty</source>
        <translation>什么也没有：它是空的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="41" />
        <location filename="../../nnviz/model/data/files/source.py" line="104" />
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="110" />
        <source>to read the pasted text</source>
        <translation>读取粘贴的文字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="117" />
        <source>{samples} samples of {inputs} inputs</source>
        <translation>{samples} 个样本，每个 {inputs} 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="142" />
        <source>at most {most} MB: pasted samples stay in the session with all digits; save them as a file</source>
        <translation>至多 {most} MB：粘贴的样本连同所有数位都留在会话中；请将其存为文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="168" />
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/source.py" line="183" />
        <source>at most {count} numbers</source>
        <translation>至多 {count} 个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/unreadable.py" line="82" />
        <source>a file of {format}</source>
        <translation>{format} 格式的文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/unreadable.py" line="84" />
        <source>CSV or NPZ, which this line of Python makes: {line}</source>
        <translation>CSV 或 NPZ，可用这一行 Python 生成：{line}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="118" />
        <location filename="../../nnviz/model/data/files/numeric.py" line="110" />
        <location filename="../../nnviz/model/data/files/numeric.py" line="37" />
        <source>values of type {type}</source>
        <translation>类型为 {type} 的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="119" />
        <location filename="../../nnviz/model/data/files/numeric.py" line="111" />
        <location filename="../../nnviz/model/data/files/numeric.py" line="38" />
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="40" />
        <source>an array of shape {shape}, without a number</source>
        <translation>一个形状为 {shape} 的数组，里面没有数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="61" />
        <source>finite numbers</source>
        <translation>有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="100" />
        <source>{samples} samples and {answers} answers</source>
        <translation>{samples} 个样本和 {answers} 个答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="104" />
        <source>equally many of both</source>
        <translation>两者数目相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="150" />
        <location filename="../../nnviz/model/data/files/numeric.py" line="106" />
        <source>fewer than two samples</source>
        <translation>不足两个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="107" />
        <source>two samples or more</source>
        <translation>两个或更多样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="117" />
        <location filename="../../nnviz/model/data/files/numeric.py" line="111" />
        <source>the answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="114" />
        <source>text, as targets</source>
        <translation>以文字为目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="124" />
        <source>several numbers for each sample, as classes</source>
        <translation>每个样本有多个数，却作为类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/numeric.py" line="125" />
        <source>one number each, or rows with a single 1</source>
        <translation>每个样本一个数，或每行只有一个 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="212" />
        <source>Column {name} is empty and is left out.</source>
        <translation>列 {name} 是空的，未使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="214" />
        <source>Column {name} only counts the rows and is left out.</source>
        <translation>列 {name} 只是行号，已略去。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="216" />
        <source>Column {name} has another number in each row, an identifier, and is left out.</source>
        <translation>列 {name} 每行的数都不同，是编号，未使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="220" />
        <source>Column {name} has numbers and texts and is left out.</source>
        <translation>列 {name} 中既有数又有文本，未使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="222" />
        <source>Column {name} has another text in nearly every row and is left out.</source>
        <translation>列 {name} 几乎每行的文本都不同，未使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="224" />
        <source>Column {name} has the same text everywhere and is left out.</source>
        <translation>列 {name} 处处是同一文本，未使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/columns.py" line="226" />
        <source>Column {name} has more than a hundred different texts and is left out.</source>
        <translation>列 {name} 有一百多种文本，未使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="60" />
        <source>no column of numbers besides the answer</source>
        <translation>除答案外没有数值列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="93" />
        <source>an array of shape {shape} and type {type}</source>
        <translation>形状为 {shape}、类型为 {type} 的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="95" />
        <source>a table of numbers: a row for each sample, with inputs and answer</source>
        <translation>数值表格：一行一个样本，含输入和答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npy.py" line="135" />
        <source>a complete array</source>
        <translation>完整的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="151" />
        <source>two rows of numbers or more</source>
        <translation>两行或更多行的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="169" />
        <source>a text of more than {size} MB that is no plain table of numbers</source>
        <translation>超过 {size} MB 且不是纯数表格的文本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="188" />
        <source>The first row, {row}, is taken for the columns' names.</source>
        <translation>第一行 {row} 被当作列名。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="201" />
        <source>two columns named {name}: {first} and {second}</source>
        <translation>两列同名 {name}：第 {first} 列和第 {second} 列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="206" />
        <source>the header</source>
        <translation>表头</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/layout.py" line="207" />
        <source>a different name for each column</source>
        <translation>每列各有不同的名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="68" />
        <source>rows that have not a single 1, as classes</source>
        <translation>某些行不是恰有一个 1，却作为类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="69" />
        <source>a single 1 in every row, and zeros</source>
        <translation>每行恰有一个 1，其余为 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="90" />
        <source>a single column</source>
        <translation>只有一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="91" />
        <source>columns for the inputs and one for the answer</source>
        <translation>若干列输入和一列答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="93" />
        <source>columns {columns} for the answers</source>
        <translation>以列 {columns} 为答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="94" />
        <source>0 to {last}, at least one</source>
        <translation>0 到 {last}，至少一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="105" />
        <source>a single class, {name}</source>
        <translation>只有一个类别 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="106" />
        <source>two classes or more</source>
        <translation>两个或更多类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="108" />
        <source>{count} different answers</source>
        <translation>{count} 种不同的答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/answers.py" line="110" />
        <source>at most {count} classes; numbers can be targets instead</source>
        <translation>至多 {count} 个类别；数值可以改作目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/read.py" line="89" />
        <source>other content than when the scenario was made</source>
        <translation>内容与创建场景时不同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/read.py" line="90" />
        <source>the file as it was; open the changed one as new data</source>
        <translation>原来的文件；改过的请作为新数据打开</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz.py" line="98" />
        <source>no array {name}</source>
        <translation>没有数组 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz.py" line="111" />
        <source>test samples of a different size</source>
        <translation>测试样本的大小不同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz.py" line="112" />
        <source>training and test samples of the same size</source>
        <translation>大小相同的训练样本和测试样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz.py" line="119" />
        <source>The arrays have a column for each sample; they are transposed.</source>
        <translation>数组中一列一个样本；已转置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz.py" line="122" />
        <source>Arrays that are left out: {names}.</source>
        <translation>略去的数组：{names}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/npz.py" line="133" />
        <source>a complete NPZ file</source>
        <translation>完整的 NPZ 文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/options.py" line="19" />
        <source>the mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/options.py" line="20" />
        <source>the median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/options.py" line="21" />
        <source>the most frequent value</source>
        <translation>众数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/sniffing.py" line="46" />
        <source>not text: its byte {number} is {byte}</source>
        <translation>不是文本：第 {number} 个字节是 {byte}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/sniffing.py" line="63" />
        <source>CSV, TSV or another text table, ARFF, LIBSVM, JSON, NPZ, NPY, or IDX images with their labels</source>
        <translation>CSV、TSV 或其他文本表格、ARFF、LIBSVM、JSON、NPZ、NPY，或带标签的 IDX 图像</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/sniffing.py" line="82" />
        <source>a row of more than {size} MB</source>
        <translation>超过 {size} MB 的一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/sniffing.py" line="114" />
        <source>bytes that are not text in {encoding}</source>
        <translation>不是 {encoding} 文本的字节</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/sniffing.py" line="115" />
        <source>text, preferably in UTF-8</source>
        <translation>文本，最好是 UTF-8</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/encoding.py" line="101" />
        <source>no value at all in column {name}</source>
        <translation>列 {name} 中没有任何值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/encoding.py" line="102" />
        <source>a column with values, or one that is left out</source>
        <translation>有值的列，或不使用这一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/encoding.py" line="107" />
        <source>{count} different texts in column {name}</source>
        <translation>列 {name} 中有 {count} 种文本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/encoding.py" line="111" />
        <source>at most {count}, or a column that is left out</source>
        <translation>至多 {count} 种，或不使用这一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="119" />
        <source>{wide} is read as {narrow}.</source>
        <translation>{wide} 按 {narrow} 读取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="135" />
        <source>Comment lines that are left out: {count}.</source>
        <translation>略去的注释行：{count}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="203" />
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="194" />
        <source>Each row ends with a delimiter; the empty cell after it is left out.</source>
        <translation>每行以分隔符结尾，其后的空单元格已略去。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="198" />
        <source>The first column has no name.</source>
        <translation>第一列没有名称。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="200" />
        <source>The header ends with a delimiter; the empty name after it is left out.</source>
        <translation>表头以分隔符结尾，其后的空名称已略去。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/delimited.py" line="220" />
        <source>Row {row} has units and no numbers; it is left out.</source>
        <translation>第 {row} 行只有单位而没有数，已略去。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/cells.py" line="97" />
        <source>Column {name}: signs such as {written} are read as {read}.</source>
        <translation>列 {name}：{written} 之类的符号读作 {read}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/cells.py" line="99" />
        <source>Column {name}: {written} is read as {read}.</source>
        <translation>列 {name}：{written} 读作 {read}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/recognising.py" line="40" />
        <source>an array with “...” in place of numbers</source>
        <translation>用“...”代替了一些数的数组</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/excel.py" line="43" />
        <source>Excel, which needs openpyxl (pip install -e ".[files]")</source>
        <translation>Excel 文件，需要 openpyxl（pip install -e ".[files]"）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/excel.py" line="51" />
        <source>a complete workbook</source>
        <translation>完整的工作簿</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/excel.py" line="55" />
        <source>no sheet with two rows or more</source>
        <translation>没有两行以上的工作表</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/excel.py" line="56" />
        <source>a sheet with a row for each sample</source>
        <translation>每个样本一行的工作表</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/excel.py" line="59" />
        <source>Sheet {name} is read; sheets that are left out: {others}.</source>
        <translation>读取工作表 {name}；未读取的工作表：{others}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/files/forms/libsvm.py" line="36" />
        <source>LIBSVM: {count} inputs; those that a line leaves out are 0.</source>
        <translation>LIBSVM：{count} 个输入；行中略去的为 0。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/file.py" line="126" />
        <source>a readable session file</source>
        <translation>可以读取的会话文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/file.py" line="134" />
        <source>at most {most} MB: all of it is held in memory while it is read</source>
        <translation>至多 {most} MB：读取时整个文件都在内存中</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/errors.py" line="8" />
        <source>to open the session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/errors.py" line="9" />
        <source>to save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/schema.py" line="23" />
        <source>at most {most} branches: each takes 5 kB of memory before anything is in it</source>
        <translation>至多 {most} 个分支：每个空分支就占 5 kB 内存</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/schema.py" line="27" />
        <source>at most {most} edits: each takes 1 kB of memory</source>
        <translation>至多 {most} 次编辑：每次占 1 kB 内存</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/schema.py" line="196" />
        <source>a file of this version or an older one; a newer nnviz can open it</source>
        <translation>此版本或更旧版本的文件；更新的 nnviz 可以打开它</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/archive.py" line="30" />
        <source>a complete session file, as saved by nnviz</source>
        <translation>nnviz 保存的完整会话文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/archive.py" line="69" />
        <source>something else</source>
        <translation>别的内容</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/archive.py" line="74" />
        <source>no such part</source>
        <translation>没有这一部分</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session_file/archive.py" line="80" />
        <source>a damaged file</source>
        <translation>损坏的文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/measures.py" line="60" />
        <source>Final loss</source>
        <translation>最终损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/measures.py" line="61" />
        <source>Final test loss</source>
        <translation>最终测试损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/measures.py" line="62" />
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/measures.py" line="65" />
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/measures.py" line="70" />
        <source>Updates until learned</source>
        <translation>学会所需的更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="221" />
        <source>no library for Dask clusters</source>
        <translation>没有 Dask 集群所需的库</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="222" />
        <source>nnviz installed with its extra “cluster”</source>
        <translation>安装时带附加项“cluster”的 nnviz</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="228" />
        <source>no Dask scheduler answers</source>
        <translation>没有应答的 Dask 调度器</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="229" />
        <source>an address such as tcp://host:8786</source>
        <translation>tcp://host:8786 这样的地址</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="235" />
        <source>workers with the same version of nnviz</source>
        <translation>与这里版本相同的 nnviz 的工作进程</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="239" />
        <source>a scheduler without workers</source>
        <translation>没有工作进程的调度器</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="240" />
        <source>at least one worker</source>
        <translation>至少一个工作进程</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/executors.py" line="245" />
        <source>to train on a Dask cluster</source>
        <translation>在 Dask 集群上训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="22" />
        <source>an axis of the map</source>
        <translation>扫描图的轴</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="142" />
        <source>{values} values</source>
        <translation>{values} 个值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="147" />
        <source>samples that are listed, not generated</source>
        <translation>给定的而非抽取的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="148" />
        <source>another setting</source>
        <translation>另一项设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="157" />
        <source>{low} or more</source>
        <translation>不小于 {low}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="158" />
        <source>whole numbers, {low} or more</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/axis.py" line="161" />
        <source>whole numbers, {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="164" />
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="165" />
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="173" />
        <source>Hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="174" />
        <source>hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="182" />
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="183" />
        <source>hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="191" />
        <source>Hidden activation</source>
        <translation>隐藏层激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="198" />
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="205" />
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="213" />
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="214" />
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="222" />
        <source>Penalty rate</source>
        <translation>惩罚强度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="230" />
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="231" />
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="238" />
        <source>Initial scale</source>
        <translation>初始尺度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="239" />
        <source>initial scale</source>
        <translation>初始尺度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="246" />
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/settings.py" line="249" />
        <source>no mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/run.py" line="24" />
        <location filename="../../nnviz/model/map/plan.py" line="78" />
        <source>the map</source>
        <translation>扫描图</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/plan.py" line="80" />
        <source>two different settings</source>
        <translation>两项不同的设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/map/run.py" line="141" />
        <source>processes that run until they are done</source>
        <translation>运行到底不退出的进程</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/grading/points.py" line="14" />
        <location filename="../../nnviz/model/grading/run.py" line="27" />
        <source>to mark code</source>
        <translation>评分</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/grading/run.py" line="28" />
        <source>files .py or .ipynb, or a folder of them</source>
        <translation>.py 或 .ipynb 文件，或包含它们的文件夹</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/grading/points.py" line="94" />
        <source>no line that gives {name}</source>
        <translation>没有给出 {name} 的行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="185" />
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="21" />
        <source>batches of two samples or more</source>
        <translation>每批两个或更多样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="35" />
        <source>all weights start at zero</source>
        <translation>所有权重都从零开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="37" />
        <source>np.zeros for the weights as well as for the biases.</source>
        <translation>权重和偏置一样用 np.zeros。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="38" />
        <source>All hidden units are identical; often only the output’s bias changes.</source>
        <translation>隐藏单元只是同一个单元的许多份；往往只有输出的偏置在动。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="42" />
        <source>all weights start alike</source>
        <translation>所有权重都从同一个值开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="44" />
        <source>np.ones, or one number, for all weights.</source>
        <translation>所有权重都用 np.ones 或同一个数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="45" />
        <source>Hidden units stay identical: the network is no better than one with a single hidden unit.</source>
        <translation>隐藏单元永远相同：网络只相当于有一个隐藏单元。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="51" />
        <source>the last, partial batch leaks into the next epoch</source>
        <translation>最后不满的一批漏到下一轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="53" />
        <source>Gradients are summed until a batch is full, and not cleared when the epoch ends.</source>
        <translation>梯度一直累加到一批满为止，一轮结束时没有清零。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="56" />
        <source>An epoch’s first update averages over more samples than a batch has, some of them from the epoch before.</source>
        <translation>一轮的第一次更新所平均的样本多于一批，其中有些属于上一轮。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="60" />
        <source>a last batch that is smaller than the others</source>
        <translation>最后一批小于其他各批</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="65" />
        <source>a batch larger than the data, which is never full</source>
        <translation>批比数据还大，永远装不满</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="67" />
        <source>The update is made when a batch is full, and the count restarts with each epoch.</source>
        <translation>批满时才更新，而计数在每一轮重新开始。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="70" />
        <source>Nothing is ever learned, and there is no error message.</source>
        <translation>什么也没有学到，也没有任何提示。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="71" />
        <source>batches of more samples than there are</source>
        <translation>批的样本数多于现有的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="77" />
        <source>prediction with a stale sample</source>
        <translation>用残留的样本做预测</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="79" />
        <source>predict() runs on the sample that a loop has left in x.</source>
        <translation>predict() 用的是循环留在 x 里的样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="80" />
        <source>The loss falls, and yet all samples get the same answer.</source>
        <translation>损失在下降，所有样本却得到同一个回答。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="84" />
        <source>an update after every sample</source>
        <translation>每个样本之后更新一次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="86" />
        <source>The lines W ← W − η · ∂L/∂W stand inside the loop over the samples, one indentation too deep.</source>
        <translation>W ← W − η · ∂L/∂W 这几行在遍历样本的循环里，缩进多了一层。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="89" />
        <source>It learns, faster at first; the loss of an epoch is a mean over different networks, and never settles.</source>
        <translation>能学习，开始时更快；一轮的损失是不同网络的平均，从不稳定下来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="98" />
        <source>class numbers as targets: one-hot encoding missing</source>
        <translation>用类别编号作目标：缺少独热编码</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="99" />
        <source>The targets are class numbers; each output needs its own 0 or 1</source>
        <translation>目标是类别编号；每个输出需要自己的 0 或 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="101" />
        <source>A − y with y = 0, 1, 2 …, or argmax(Y): each output is compared with the number of the class.</source>
        <translation>A − y 中 y = 0, 1, 2 …，或 argmax(Y)：每个输出都与类别编号比较。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="104" />
        <source>All outputs learn the same; those of high classes grow without end, and the accuracy stays low.</source>
        <translation>所有输出学到的都一样；编号大的类别的输出无限增大，准确率一直很低。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_setup.py" line="107" />
        <source>classes, and two outputs or more</source>
        <translation>类别，且有两个或更多输出</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="66" />
        <source>bias added after the activation</source>
        <translation>偏置加在激活函数之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="67" />
        <source>The bias is added after the activation</source>
        <translation>偏置是在激活函数之后加的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="69" />
        <source>f(W · X) + b instead of f(W · X + b): a bracket in the wrong place.</source>
        <translation>写成 f(W · X) + b 而不是 f(W · X + b)：括号的位置错了。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="70" />
        <source>It learns, badly: every hidden boundary goes through the origin, and biases follow a wrong gradient.</source>
        <translation>能学习，但很差：隐藏层的每条边界都过原点，偏置按错误的梯度变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="74" />
        <source>a layer with an activation other than the identity, whose loss is not computed from Z</source>
        <translation>激活函数不是恒等函数、且损失不是由 Z 计算的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="82" />
        <source>softmax over the samples instead of the classes</source>
        <translation>softmax 对样本求和，而不是对类别求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="83" />
        <source>softmax sums over the samples, not over the classes</source>
        <translation>softmax 对样本求和，而不是对类别求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="85" />
        <source>The sum of the exponentials runs over the wrong axis, as sum() without one does for rows.</source>
        <translation>指数之和沿着错误的轴求和；样本为行时，不写轴的 sum() 就是这样。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="88" />
        <source>A sample’s outputs do not add up to 1, and depend on the other samples of its batch.</source>
        <translation>一个样本的输出之和不是 1，并且取决于同一批的其他样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="91" />
        <source>a softmax output, and batches of two samples or more</source>
        <translation>softmax 输出，且每批有两个或更多样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="97" />
        <source>the output’s activation left out</source>
        <translation>漏掉输出层的激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="98" />
        <source>The net input is used where the output belongs</source>
        <translation>应是输出的地方用了净输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="100" />
        <source>The last layer returns its net input, and that is compared with the targets.</source>
        <translation>最后一层返回净输入，并拿它与目标比较。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="103" />
        <source>Outputs leave the range of the targets; δ grows with them.</source>
        <translation>输出超出目标的范围；δ 随之增大。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_forward.py" line="104" />
        <source>an output layer with an activation other than the identity</source>
        <translation>激活函数不是恒等函数的输出层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="88" />
        <source>δ’s sign flipped</source>
        <translation>δ 的符号反了</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="89" />
        <source>Its sign is flipped: δ is A − Y where the update subtracts</source>
        <translation>符号反了：更新做减法时，δ 是 A − Y</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="91" />
        <source>Y − A instead of A − Y, although the gradient is then subtracted.</source>
        <translation>把 A − Y 写成 Y − A，之后仍然减去梯度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="56" />
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="92" />
        <source>The loss rises from the first update on.</source>
        <translation>损失从第一次更新起就上升。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="97" />
        <source>an extra factor ½</source>
        <translation>多了一个 ½</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="98" />
        <source>There is an extra factor ½</source>
        <translation>多了一个因子 ½</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="100" />
        <source>The gradient has a ½ although the loss has none, or has lost it by differentiation.</source>
        <translation>损失里没有 ½，或求导时已经消去，却把它带进了梯度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="104" />
        <source>It learns, at half the rate.</source>
        <translation>能学习，速度减半。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="109" />
        <source>gradient of (a − y)² for the loss ½(a − y)²</source>
        <translation>对 ½(a − y)² 用了没有 ½ 的损失的梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="110" />
        <source>There is an extra factor 2</source>
        <translation>多了一个因子 2</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="112" />
        <source>The loss is written with ½, its gradient as 2(a − y).</source>
        <translation>损失带 ½，梯度却写成 2(a − y)。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="113" />
        <source>It learns, at twice the rate.</source>
        <translation>能学习，速度加倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="114" />
        <source>the half squared error</source>
        <translation>半平方误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="120" />
        <source>f′ forgotten at the output</source>
        <translation>输出层忘了 f′</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="121" />
        <source>The slope of the output's activation, {slope}, is missing</source>
        <translation>缺少输出层激活函数的斜率 {slope}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="123" />
        <source>δ = A − Y is right for cross-entropy, and copied to the squared error.</source>
        <translation>δ = A − Y 对交叉熵是对的，却照搬到平方误差。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="124" />
        <source>It learns, often faster; the loss that falls is not the one that is written down.</source>
        <translation>能学习，往往更快；下降的却不是写下的那个损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="127" />
        <source>a loss whose δ has the output’s derivative in it, such as the squared error after sigmoid</source>
        <translation>δ 中含有输出导数的损失，如 sigmoid 之后的平方误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="137" />
        <source>σ′ applied again with cross-entropy</source>
        <translation>交叉熵时又乘了一次 σ′</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="138" />
        <source>The slope of the output's activation is already in A − Y with this loss: it counts twice here</source>
        <translation>用这个损失时，输出层激活函数的斜率已包含在 A − Y 中：这里算了两次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="142" />
        <source>With cross-entropy σ′ has cancelled already; it is multiplied in again.</source>
        <translation>用交叉熵时 σ′ 已经消去，却又乘了一次。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="143" />
        <source>Outputs that are confidently wrong no longer learn.</source>
        <translation>肯定错了的输出不再学习。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="144" />
        <source>a cross-entropy computed from the logits</source>
        <translation>由 logits 计算的交叉熵</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="150" />
        <source>flat y: every sample is compared with all targets</source>
        <translation>一维的 y：每个样本与所有目标比较</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="151" />
        <source>Shapes (m,) and (m, 1) make an m × m array here: give the targets a second axis</source>
        <translation>形状 (m,) 与 (m, 1) 在这里得到 m × m 的数组：请给目标加上第二个轴</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="155" />
        <source>y of shape (m,) against outputs of shape (m, 1): A − y is silently m × m, and a mean over it leaves A − mean(y).</source>
        <translation>y 的形状是 (m,)，输出的形状是 (m, 1)：A − y 悄悄地成为 m × m，再取平均就只剩 A − mean(y)。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="160" />
        <source>All outputs approach the mean of the targets.</source>
        <translation>所有输出都趋近目标的平均值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_output_deltas.py" line="161" />
        <source>one output, and batches of two samples or more</source>
        <translation>一个输出，且每批有两个或更多样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="131" />
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="96" />
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="122" />
        <source>a hidden layer with an activation other than the identity</source>
        <translation>激活函数不是恒等函数的隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="127" />
        <source>another activation’s derivative</source>
        <translation>用了另一种激活函数的导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="128" />
        <source>This is the slope of another activation than {sign}'s</source>
        <translation>这是另一个激活函数的斜率，不是 {sign} 的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="130" />
        <source>The code of a tanh network, with its 1 − A², is used for sigmoid units, or the other way round.</source>
        <translation>把 tanh 网络的代码连同 1 − A² 用于 sigmoid 单元，或者反过来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="133" />
        <source>It learns, but worse than it should; hidden gradients are too large or too small.</source>
        <translation>能学习，但不如应有的好；隐藏层的梯度太大或太小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="142" />
        <source>1 − σ² instead of σ − σ²</source>
        <translation>把 σ − σ² 写成 1 − σ²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="143" />
        <source>The slope of σ is a·(1 − a), not 1 − a²</source>
        <translation>σ 的斜率是 a·(1 − a)，不是 1 − a²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="145" />
        <source>σ′ = σ − σ² is written from memory.</source>
        <translation>凭记忆写 σ′ = σ − σ²。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="146" />
        <source>Hidden gradients are at least twice too large; small steps still go down.</source>
        <translation>隐藏层的梯度至少大一倍；小步长仍会下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="147" />
        <source>a hidden layer with sigmoid</source>
        <translation>有 sigmoid 的隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="153" />
        <source>leaky ReLU’s derivative 0 below zero</source>
        <translation>leaky ReLU 在零以下的导数写成 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="154" />
        <source>The slope below zero is the leak, not 0</source>
        <translation>零以下的斜率是泄漏系数，不是 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="156" />
        <source>ReLU’s derivative is left in place when ReLU is made leaky.</source>
        <translation>把 ReLU 改成 leaky 时，保留了 ReLU 的导数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="157" />
        <source>Units die as with ReLU, though their outputs leak.</source>
        <translation>单元像 ReLU 那样死亡，尽管其输出有泄漏。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="158" />
        <source>a layer with leaky ReLU</source>
        <translation>有 leaky ReLU 的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="167" />
        <source>weights not transposed</source>
        <translation>权重没有转置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="168" />
        <source>The weights must be transposed to carry δ back</source>
        <translation>把 δ 传回去时，权重必须转置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="170" />
        <source>W · δ instead of Wᵀ · δ; where two layers have equally many units, the shapes do not reveal it.</source>
        <translation>把 Wᵀ · δ 写成 W · δ；两层单元数相同时，形状看不出来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="173" />
        <source>It may learn, slowly; the deltas reach the wrong units.</source>
        <translation>也许能学习，但很慢；δ 传到了错误的单元。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="174" />
        <source>a layer with as many units as the hidden layer before it, two or more</source>
        <translation>单元数与其前面的隐藏层相同（两个或更多）的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="183" />
        <source>sum of the deltas without the weights</source>
        <translation>各 δ 相加而没有乘权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="184" />
        <source>δ of the layer above is summed without its weights</source>
        <translation>上一层的 δ 相加时没有乘权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="186" />
        <source>The deltas of the layer above are added up, and its weights are forgotten.</source>
        <translation>把上一层的 δ 相加，却忘了它的权重。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="203" />
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="187" />
        <source>Hidden gradients have the wrong sign wherever a weight is negative; the loss may still fall.</source>
        <translation>凡是权重为负处，隐藏层梯度的符号都是错的；损失却可能照样下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="77" />
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="78" />
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="144" />
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="207" />
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="191" />
        <source>a hidden layer</source>
        <translation>一个隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="197" />
        <source>sum of the weights’ gradients instead of the weighted deltas</source>
        <translation>用权重梯度之和代替加权 δ 之和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="198" />
        <source>The weights are summed instead of multiplied, one for each unit</source>
        <translation>权重被相加，而不是每个单元各自相乘</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="200" />
        <source>A well-known slide continues from ∂L/∂W of the layer above instead of W · δ.</source>
        <translation>一份有名的幻灯片在该用 W · δ 的地方，用上一层的 ∂L/∂W 继续往下算。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="213" />
        <source>matrix product instead of the element-wise one</source>
        <translation>用矩阵乘法代替了逐元素乘法</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="214" />
        <source>A matrix product stands for the element-wise one, or the other way round</source>
        <translation>逐元素乘积处写成了矩阵乘积，或反过来</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="216" />
        <source>dot, or @, where * is meant; with as many units as the batch has samples, the shapes do not reveal it.</source>
        <translation>该用 * 的地方用了 dot 或 @；单元数与一批的样本数相同时，形状看不出来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="220" />
        <source>The deltas of different samples are mixed.</source>
        <translation>不同样本的 δ 混在了一起。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_deltas.py" line="221" />
        <source>hidden layers that all have as many units as the batch has samples, two or more</source>
        <translation>所有隐藏层的单元数都等于一批的样本数（两个或更多）</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="95" />
        <source>a δ with the derivative of an activation in it</source>
        <translation>含有激活函数导数的 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="101" />
        <source>f′ of A instead of Z: σ′(σ(z))</source>
        <translation>f′ 取自 A 而不是 Z：σ′(σ(z))</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="102" />
        <source>The slope is taken of a as if it were z: the activation is applied once more</source>
        <translation>斜率把 a 当作 z 来算：激活函数多用了一次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="104" />
        <source>A function that computes σ(z)(1 − σ(z)) is called with the activation; σ is applied twice.</source>
        <translation>计算 σ(z)(1 − σ(z)) 的函数以激活值为参数调用；σ 用了两次。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="107" />
        <source>It learns; the gradients of saturated units are far too large.</source>
        <translation>能学习；饱和单元的梯度大了很多。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="108" />
        <source>a δ with the derivative of sigmoid, tanh or another smooth activation in it</source>
        <translation>含有 sigmoid、tanh 或其他光滑激活函数导数的 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="113" />
        <source>a(1 − a) computed from Z: z(1 − z)</source>
        <translation>用 Z 计算 a(1 − a)：z(1 − z)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="114" />
        <source>The slope's formula in a is used with z</source>
        <translation>用 a 表示的斜率公式被用在了 z 上</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="116" />
        <source>A function that computes x(1 − x), or 1 − x², is called with Z instead of A.</source>
        <translation>计算 x(1 − x) 或 1 − x² 的函数以 Z 而不是 A 为参数调用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="119" />
        <source>The derivative is negative for many net inputs, so that units learn the opposite, or blow up.</source>
        <translation>对许多净输入，导数为负，单元于是学反了，或数值爆炸。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="122" />
        <source>a δ with the derivative of sigmoid or tanh in it</source>
        <translation>含有 sigmoid 或 tanh 导数的 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="127" />
        <source>f′ forgotten in hidden layers</source>
        <translation>隐藏层漏掉 f′</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="128" />
        <source>The slope of the hidden activation, {slope}, is missing</source>
        <translation>缺少隐藏层激活函数的斜率 {slope}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="130" />
        <source>The hidden δ is Wᵀ · δ and nothing else: its activation’s derivative is left out.</source>
        <translation>隐藏层的 δ 只是 Wᵀ · δ：漏掉了激活函数的导数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="133" />
        <source>It learns; saturated or dead units are moved as strongly as all others, and never settle.</source>
        <translation>能学习；饱和或死亡的单元与其他单元移动得一样多，从不稳定。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="142" />
        <source>σ′ for a layer without an activation</source>
        <translation>没有激活函数的层用了 σ′</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="143" />
        <source>This layer has no activation: its slope is 1</source>
        <translation>这一层没有激活函数：斜率是 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="145" />
        <source>a(1 − a) is left in place when a layer is made linear, for a regression for example.</source>
        <translation>某一层改成线性（例如用于回归）时，a(1 − a) 留了下来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="148" />
        <source>It diverges: the factor is negative, and has no limit, where a is above 1 or below 0.</source>
        <translation>发散：a 大于 1 或小于 0 时，这个因子为负，而且没有界限。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="151" />
        <source>a layer with the identity</source>
        <translation>使用恒等函数的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="156" />
        <source>σ’s derivative for another activation</source>
        <translation>其他激活函数用了 σ 的导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="157" />
        <source>This is σ's slope, a·(1 − a); the activation is {sign}</source>
        <translation>这是 σ 的斜率 a·(1 − a)；激活函数是 {sign}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="159" />
        <source>The activation is changed to ReLU, for example, and a(1 − a) stays.</source>
        <translation>例如激活函数改成了 ReLU，而 a(1 − a) 留了下来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="160" />
        <source>Units with outputs above 1 move the wrong way; with large ones it diverges.</source>
        <translation>输出大于 1 的单元朝错误的方向移动；输出很大时会发散。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="161" />
        <source>a δ with the derivative of an activation such as ReLU in it</source>
        <translation>含有 ReLU 之类激活函数导数的 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="166" />
        <source>ReLU’s derivative for another activation</source>
        <translation>其他激活函数用了 ReLU 的导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="167" />
        <source>This is ReLU's slope; the activation is {sign}</source>
        <translation>这是 ReLU 的斜率；激活函数是 {sign}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="169" />
        <source>The activation is changed to sigmoid or tanh, and z &gt; 0 stays.</source>
        <translation>激活函数改成了 sigmoid 或 tanh，而 z &gt; 0 留了下来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="170" />
        <source>Units with negative net inputs never learn, and saturated ones are moved as strongly as the others.</source>
        <translation>净输入为负的单元从不学习，饱和的单元与其他单元移动得一样多。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="174" />
        <source>a δ with the derivative of an activation such as sigmoid or tanh in it</source>
        <translation>含有 sigmoid 或 tanh 之类激活函数导数的 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="179" />
        <source>σ instead of σ′</source>
        <translation>用 σ 代替 σ′</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="180" />
        <source>The activation itself stands where its slope belongs</source>
        <translation>斜率的位置上写的是激活函数本身</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="182" />
        <source>The activation itself is multiplied in where its derivative belongs.</source>
        <translation>在应乘导数的地方乘了激活函数本身。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_slopes.py" line="183" />
        <source>Units that are switched on change most, and those that are off not at all.</source>
        <translation>打开的单元变化最大，关闭的单元完全不变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="134" />
        <source>batches of two samples or more, the last one of an epoch too</source>
        <translation>每批有两个或更多样本，一轮的最后一批也是如此</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="139" />
        <source>divided by the number of inputs instead of samples</source>
        <translation>除以输入个数而不是样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="140" />
        <source>It is divided by the number of inputs, not of samples</source>
        <translation>除以的是输入的个数，而不是样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="142" />
        <source>m = X.shape[0] or len(X), where samples are columns; or X.shape[1] where they are rows.</source>
        <translation>样本为列时写成 m = X.shape[0] 或 len(X)；或样本为行时写成 X.shape[1]。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="145" />
        <source>It learns, as with another learning rate: too fast if there are more samples than inputs.</source>
        <translation>能学习，如同换了一个学习率：样本多于输入时就太快。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="148" />
        <source>batches that do not have as many samples as there are inputs</source>
        <translation>每批的样本数与输入个数不相等</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="154" />
        <source>divided by the number of outputs instead of samples</source>
        <translation>除以输出个数而不是样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="155" />
        <source>It is divided by the number of outputs, not of samples</source>
        <translation>除以的是输出的个数，而不是样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="157" />
        <source>m = Y.shape[0] or len(Y), where samples are columns; or Y.shape[1] where they are rows.</source>
        <translation>样本为列时写成 m = Y.shape[0] 或 len(Y)；或样本为行时写成 Y.shape[1]。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="160" />
        <source>With one output, 1/m is missing: the learning rate seems m times too large.</source>
        <translation>只有一个输出时等于缺少 1/m：学习率好像大了 m 倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="161" />
        <source>batches that do not have as many samples as there are outputs</source>
        <translation>每批的样本数与输出个数不相等</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="167" />
        <source>divided by the number of cells of X instead of samples</source>
        <translation>除以 X 的元素个数而不是样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="168" />
        <source>It is divided by the size of the array, not by the number of samples</source>
        <translation>除以的是数组的大小，而不是样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="170" />
        <source>m = X.size, which is inputs times samples.</source>
        <translation>m = X.size，即输入个数乘以样本数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="171" />
        <source>It learns, as many times too slowly as there are inputs.</source>
        <translation>能学习，但有几个输入就慢几倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="172" />
        <source>two inputs or more</source>
        <translation>两个或更多输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="178" />
        <source>1/m twice</source>
        <translation>1/m 除了两次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="179" />
        <source>1/m is in it twice</source>
        <translation>1/m 出现了两次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="181" />
        <source>δ is divided by m already, or is the mean’s, and its gradients are divided again.</source>
        <translation>δ 已经除以 m，或来自取平均的损失，梯度又除了一次。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="184" />
        <source>It learns, m times too slowly.</source>
        <translation>能学习，但慢 m 倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="191" />
        <source>only the last sample’s gradient is kept</source>
        <translation>只留下最后一个样本的梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="192" />
        <source>Only one sample counts, the others are overwritten</source>
        <translation>只有一个样本起作用，其他的被覆盖</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="194" />
        <source>dW = … instead of dW += … in a loop over the samples: each overwrites the one before.</source>
        <translation>在遍历样本的循环里写成 dW = … 而不是 dW += …：每一次都覆盖前一次。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="197" />
        <source>All samples get the answer of the last one.</source>
        <translation>所有样本都得到最后一个样本的答案。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="204" />
        <source>the last sample left out</source>
        <translation>漏掉最后一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="205" />
        <source>One sample is left out</source>
        <translation>漏掉了一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="207" />
        <source>range(m − 1), or a slice that ends one too early.</source>
        <translation>range(m − 1)，或切片早结束了一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="208" />
        <source>It learns; one sample never counts, and may stay wrong.</source>
        <translation>能学习；有一个样本从不计入，可能一直是错的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="215" />
        <source>the last sample used twice</source>
        <translation>最后一个样本用了两次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="216" />
        <source>One sample counts twice</source>
        <translation>有一个样本算了两次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="218" />
        <source>After the loop over the samples its gradient is added once more.</source>
        <translation>遍历样本的循环结束后，又加了一次它的梯度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="219" />
        <source>It learns; one sample pulls twice as strongly as the others.</source>
        <translation>能学习；有一个样本的作用是其他样本的两倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="226" />
        <source>bias gradient summed over the units instead of the samples</source>
        <translation>偏置梯度对单元求和，而不是对样本求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="227" />
        <source>The sum is over the wrong axis: over the units, not over the samples</source>
        <translation>求和的轴不对：对单元求和，而不是对样本求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="229" />
        <source>The wrong axis of sum(); with as many units as samples, the shapes do not reveal it.</source>
        <translation>sum() 的轴写错了；单元数与样本数相等时，形状看不出来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="232" />
        <source>It learns, badly: a unit’s bias follows what all units got for one sample.</source>
        <translation>能学习，但很差：一个单元的偏置跟随的是所有单元对某一个样本的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="233" />
        <source>layers that all have as many units as the batch has samples, two or more</source>
        <translation>所有层的单元数都等于每批的样本数，且不少于两个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="239" />
        <source>one bias gradient for a whole layer</source>
        <translation>整层只有一个偏置梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="240" />
        <source>The sum is over all cells: one number for the whole layer</source>
        <translation>对所有单元格求和：整层只得到一个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="242" />
        <source>np.sum(δ) without an axis: one number, which is broadcast to all biases of the layer.</source>
        <translation>np.sum(δ) 没有写轴：得到一个数，被广播到这一层的所有偏置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="245" />
        <source>All biases of a layer move alike, and stay equal if they started so.</source>
        <translation>一层的所有偏置一起变化；如果开始时相等，就一直相等。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_averages.py" line="246" />
        <source>a layer with two units or more</source>
        <translation>有两个或更多单元的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="111" />
        <source>gradient times the weights instead of what came in</source>
        <translation>梯度乘以权重，而不是乘以输入的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="112" />
        <source>It is multiplied with something else than what came into the layer</source>
        <translation>与它相乘的不是进入这一层的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="114" />
        <source>The chain rule’s last factor is taken as W, and not as the value that W multiplies.</source>
        <translation>把链式法则的最后一个因子当成 W，而不是 W 所乘的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="117" />
        <source>Weights near 0 never move, and large ones run away.</source>
        <translation>接近 0 的权重从不变化，大的权重越来越大。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="122" />
        <source>∂L/∂W from Z of the layer below instead of A</source>
        <translation>∂L/∂W 用了下一层的 Z 而不是 A</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="123" />
        <source>The net input stands where the activation belongs</source>
        <translation>应是激活值的地方用了净输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="125" />
        <source>The net inputs were kept for the backward pass, and the activations were not.</source>
        <translation>为反向传播保存了净输入，而没有保存激活值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="128" />
        <source>It may learn; gradients of the upper layers have wrong signs where Z is below 0 and A is not.</source>
        <translation>可能会学习；在 Z 小于 0 而 A 不小于 0 的地方，上层梯度的符号是错的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="137" />
        <source>∂L/∂W from the layer’s own A instead of the one below</source>
        <translation>∂L/∂W 用了本层的 A 而不是下一层的</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="138" />
        <source>The layer's own output stands where its input belongs</source>
        <translation>应是这一层输入的地方用了它自己的输出</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="140" />
        <source>δ² · A² instead of δ² · A¹; with one output, broadcasting hides the wrong shape.</source>
        <translation>写成 δ² · A² 而不是 δ² · A¹；只有一个输出时，广播掩盖了错误的形状。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="143" />
        <source>All weights of a unit get the same gradient.</source>
        <translation>一个单元的所有权重得到相同的梯度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="150" />
        <source>reshaped instead of transposed</source>
        <translation>用改变形状代替转置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="151" />
        <source>reshape is not transposing: the numbers go to other places</source>
        <translation>reshape 不是转置：数会跑到别的位置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="153" />
        <source>.reshape(…) makes the shapes fit; the numbers come into other cells than with .T.</source>
        <translation>.reshape(…) 让形状相符；但数字所在的位置与 .T 不同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="156" />
        <source>No error message; samples and units are mixed up, and it learns little or nothing.</source>
        <translation>没有错误信息；样本与单元混在一起，几乎学不到东西。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="159" />
        <source>an array with two rows and two columns or more that is transposed</source>
        <translation>被转置的数组至少有两行两列</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="165" />
        <source>gradients never reset</source>
        <translation>梯度从不清零</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="166" />
        <source>The gradients of earlier updates are still in it: they are never set to zero again</source>
        <translation>以前更新的梯度还在里面：从未清零</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="170" />
        <source>dW += … with the array of the update before: zero_grad() is missing.</source>
        <translation>dW += … 加在上一次更新的数组上：缺少 zero_grad()。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_factors.py" line="171" />
        <source>The first update is right. Steps then grow with every update, as with a momentum of 1; the loss swings or diverges.</source>
        <translation>第一次更新是对的。之后每次更新步长都更大，如同动量为 1；损失来回摆动或发散。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="121" />
        <source>Adam or RMSProp</source>
        <translation>Adam 或 RMSProp</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="122" />
        <source>momentum, or Nesterov momentum</source>
        <translation>动量，或 Nesterov 动量</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="127" />
        <source>Adam without the bias correction</source>
        <translation>Adam 缺少偏差修正</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="129" />
        <source>The moments are used as they are, without dividing by 1 − βᵗ.</source>
        <translation>直接使用矩，而不除以 1 − βᵗ。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="130" />
        <source>The first updates are about three times too large; it fades over a thousand of them.</source>
        <translation>最初的更新大约大了三倍；经过一千次更新逐渐消失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="139" />
        <source>β₁ and β₂ exchanged</source>
        <translation>β₁ 与 β₂ 互换</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="141" />
        <source>0.999 for the first moment and 0.9 for the second: arguments in the wrong order.</source>
        <translation>一阶矩用 0.999、二阶矩用 0.9：参数的顺序错了。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="144" />
        <source>The first update is right. It then keeps its direction for hundreds of updates, and overshoots.</source>
        <translation>第一次更新是对的。之后几百次更新保持同一方向，冲过了头。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="153" />
        <source>ε under the root</source>
        <translation>ε 写在根号里</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="155" />
        <source>√(s + ε) instead of √s + ε.</source>
        <translation>写成 √(s + ε) 而不是 √s + ε。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="156" />
        <source>Small gradients move less than they should: with ε = 1e−8, those below about 1e−4.</source>
        <translation>小梯度移动得比应有的少：ε = 1e−8 时，是小于约 1e−4 的梯度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="165" />
        <source>t too large by one in the bias correction</source>
        <translation>偏差修正中的 t 多了一</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="167" />
        <source>t is counted before the first update and again in it, or t + 1 is written for a t that begins at 1.</source>
        <translation>t 在第一次更新之前加一，更新中又加一；或 t 已从 1 开始却写成 t + 1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="171" />
        <source>The first update is three quarters as large as it should be; it fades over the next ones.</source>
        <translation>第一次更新只有应有的四分之三；之后几次逐渐消失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="180" />
        <source>the optimiser’s state not kept</source>
        <translation>没有保留优化器的状态</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="182" />
        <source>v is a local variable, or is set to 0 inside the loop: each update starts from zero.</source>
        <translation>v 是局部变量，或在循环里被设为 0：每次更新都从零开始。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="185" />
        <source>The first update is right. Momentum then has no effect, and Adam moves every cell by the same amount, whatever its gradient.</source>
        <translation>第一次更新是对的。之后动量不起作用，Adam 则把每个元素移动同样的量，不论其梯度大小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="190" />
        <source>an optimiser with a state, such as momentum or Adam</source>
        <translation>有状态的优化器，例如动量或 Adam</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="196" />
        <source>Nesterov’s step where classical momentum is meant</source>
        <translation>应为经典动量，却用了 Nesterov 的步长</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="198" />
        <source>A formula that looks ahead, θ − η(g + μv), was copied.</source>
        <translation>抄来的公式会向前看：θ − η(g + μv)。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="199" />
        <source>It learns; the first update is 1 + μ times as large as it should be.</source>
        <translation>能学习；第一次更新是应有的 1 + μ 倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="206" />
        <source>classical momentum’s step where Nesterov’s is meant</source>
        <translation>应为 Nesterov 动量，却用了经典动量的步长</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="208" />
        <source>The velocity alone is subtracted: θ − ηv does not look ahead.</source>
        <translation>只减去速度：θ − ηv 不向前看。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="209" />
        <source>It learns, and swings more; the first update is smaller than it should be.</source>
        <translation>能学习，但摆动更大；第一次更新比应有的小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="216" />
        <source>weight decay beside the optimiser’s step, not in the gradient</source>
        <translation>权重衰减放在优化器步长之外，而不在梯度里</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="218" />
        <source>W is shrunk by ηλW as in AdamW, where a penalty in the loss is meant; with plain gradient descent it is the same.</source>
        <translation>像 AdamW 那样让 W 缩小 ηλW，而本意是损失中的正则化项；对普通梯度下降两者相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="223" />
        <source>It learns; weights with large gradients shrink more than the penalty says.</source>
        <translation>能学习；梯度大的权重缩小得比正则化项所要求的多。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="224" />
        <source>a penalty, and an optimiser with a state, such as momentum or Adam</source>
        <translation>正则化项，以及有状态的优化器，例如动量或 Adam</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="230" />
        <source>sign of the velocity</source>
        <translation>速度的符号</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="232" />
        <source>v ← μv − g belongs to θ + ηv; here v is subtracted.</source>
        <translation>v ← μv − g 应与 θ + ηv 搭配；这里却减去 v。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="233" />
        <source>The loss rises from the first update on, faster and faster.</source>
        <translation>损失从第一次更新起就上升，越来越快。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="240" />
        <source>momentum with (1 − μ) times the gradient</source>
        <translation>动量用了 (1 − μ) 乘以梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="242" />
        <source>v ← μv + (1 − μ)g, an average, where v ← μv + g is meant; both are called momentum.</source>
        <translation>v ← μv + (1 − μ)g 是平均，而本意是 v ← μv + g；两者都叫动量。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="245" />
        <source>It learns, 1/(1 − μ) times too slowly: ten times for μ = 0.9.</source>
        <translation>能学习，但慢 1/(1 − μ) 倍：μ = 0.9 时是十倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="252" />
        <source>(1 − β) forgotten in the moments</source>
        <translation>矩中漏掉 (1 − β)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="254" />
        <source>v ← βv + g, as for momentum, where an average is meant.</source>
        <translation>像动量那样写成 v ← βv + g，而本意是平均。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_optimisers.py" line="255" />
        <source>It learns, too slowly: steps are 0.3 times as large as they should be with Adam, and 0.1 times with RMSProp.</source>
        <translation>能学习，但太慢：Adam 的步长只有应有的 0.3 倍，RMSProp 只有 0.1 倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="69" />
        <source>hidden δ from weights that are already updated</source>
        <translation>隐藏层的 δ 用了已经更新的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="70" />
        <source>It reads weights that this update has already changed</source>
        <translation>它读取了本次更新已经改变的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="72" />
        <source>Each layer is updated as soon as its gradient is known, before the layer below reads its weights.</source>
        <translation>每一层一得到梯度就更新，而下一层还没有读它的权重。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="75" />
        <source>It learns almost as it should: the error is of the size of the learning rate.</source>
        <translation>几乎照常学习：误差与学习率同量级。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="84" />
        <source>1/m missing</source>
        <translation>缺少 1/m</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="85" />
        <source>The 1/m of the other gradients is missing here</source>
        <translation>这里缺少其他梯度都有的 1/m</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="87" />
        <source>The loss is a mean over the batch, its gradient a sum.</source>
        <translation>损失是整批的平均，梯度却是总和。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="88" />
        <source>The learning rate seems m times too large, and changes its meaning with the batch.</source>
        <translation>学习率好像大了 m 倍，而且随批的大小改变含义。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="91" />
        <source>batches of two samples or more, and a loss that is their mean</source>
        <translation>每批至少两个样本，且损失为其均值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="97" />
        <source>bias gradient without the sum over the samples</source>
        <translation>偏置的梯度没有对样本求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="98" />
        <source>The sum over the samples is missing</source>
        <translation>缺少对样本的求和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="100" />
        <source>db = δ / m; then b − η · db is broadcast, and b grows a column for every sample.</source>
        <translation>db = δ / m；然后 b − η · db 被广播，b 为每个样本长出一列。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="103" />
        <source>Each sample learns its own bias: training looks perfect, but nothing else can be predicted.</source>
        <translation>每个样本学到自己的偏置：训练看起来极好，别的却都无法预测。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="106" />
        <source>all samples in one batch of two or more, none of them for testing, and a bias for each unit</source>
        <translation>所有样本在一个批次中（至少两个）、没有测试样本，且每个单元有自己的偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="116" />
        <source>biases never updated</source>
        <translation>偏置从不更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="117" />
        <source>The bias never changes</source>
        <translation>偏置从不改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="119" />
        <source>db is computed and then forgotten.</source>
        <translation>算出 db 之后就忘了它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="120" />
        <source>It learns, but boundaries only turn about a fixed point.</source>
        <translation>能学习，但分界线绕着固定的地方转。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="121" />
        <source>biases that are trained</source>
        <translation>要训练的偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="127" />
        <source>bias applied once for each input</source>
        <translation>每个输入都加一次偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="129" />
        <source>The bias is added inside the loop over the inputs.</source>
        <translation>偏置加在了对输入的循环里面。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="130" />
        <source>It learns; the bias works several times as strongly as its gradient says.</source>
        <translation>能学习；偏置的作用是其梯度所说的好几倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_gradients.py" line="131" />
        <source>a layer with two inputs or more, and biases</source>
        <translation>一个至少有两个输入且有偏置的层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="12" />
        <source>code of your own: nnviz’s arrays cannot have it</source>
        <translation>你自己的代码：nnviz 的数组不会这样</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="17" />
        <source>whole numbers where fractions are meant</source>
        <translation>应为小数的地方是整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="18" />
        <source>The array is of an integer type: what is stored is cut off</source>
        <translation>数组是整数类型：存入的小数被截掉</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="20" />
        <source>np.array([[1, 0]]), or np.zeros_like of it, is an array of integers: what is stored there loses its fraction.</source>
        <translation>np.array([[1, 0]])，或由它得到的 np.zeros_like，是整数数组：存进去的数会丢掉小数部分。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="25" />
        <source>Weights or gradients are 0, 1, −1; updates vanish, or numpy refuses to cast.</source>
        <translation>权重或梯度是 0、1、−1；更新消失，或 numpy 拒绝转换类型。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="33" />
        <source>two names for the same array</source>
        <translation>同一个数组的两个名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="34" />
        <source>Z and A are the same array, changed in place</source>
        <translation>Z 和 A 是同一个数组，被就地改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="36" />
        <source>A = Z; A[A &lt; 0] = 0, or Z *= …: what was changed in place is still needed under its other name.</source>
        <translation>A = Z; A[A &lt; 0] = 0，或 Z *= …：就地修改的数组以另一个名字还要用到。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="39" />
        <source>Lines that look right read numbers that a later line has put there.</source>
        <translation>看起来正确的行读到的是后面的行写入的数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="45" />
        <source>only a local name is updated</source>
        <translation>只更新了局部的名字</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="47" />
        <source>for W in weights: W = W − …, or an assignment in a function: the list, or the caller’s array, stays as it was.</source>
        <translation>for W in weights: W = W − …，或在函数里赋值：列表或调用者的数组保持不变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/own_code.py" line="52" />
        <source>Nothing is ever learned, though every line computes the right number.</source>
        <translation>什么也学不到，尽管每一行都算出了正确的数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="57" />
        <source>a penalty on the weights</source>
        <translation>对权重的正则化项</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="62" />
        <source>penalty in the loss, but not in the gradient</source>
        <translation>正则化项在损失里，却不在梯度里</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="63" />
        <source>The penalty of your loss is missing in the gradient</source>
        <translation>梯度中缺少损失里的惩罚项</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="65" />
        <source>λ/2 Σw² is added to the cost that is printed; the gradients stay as they were.</source>
        <translation>λ/2 Σw² 加到了打印的损失上；梯度保持原样。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="68" />
        <source>The weights grow as without a penalty, and with them the total cost.</source>
        <translation>权重像没有正则化项一样增大，总损失也随之增大。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="75" />
        <source>the penalty’s gradient divided by m</source>
        <translation>正则化项的梯度除以了 m</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="76" />
        <source>The penalty has 1/m in the gradient and not in your loss, or the other way round</source>
        <translation>惩罚项在梯度中有 1/m 而损失中没有，或反过来</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="80" />
        <source>λW is added before the gradient is divided by m, or λ/m comes from another formula.</source>
        <translation>在梯度除以 m 之前加上了 λW，或 λ/m 来自另一个公式。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="83" />
        <source>The penalty is m times too weak, and changes its strength with the batch.</source>
        <translation>正则化项弱了 m 倍，强度随批的大小改变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="84" />
        <source>a penalty on the weights, and batches of two samples or more</source>
        <translation>对权重的正则化项，且每批有两个或更多样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="90" />
        <source>the penalty’s gradient twice too large</source>
        <translation>正则化项的梯度大了一倍</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="91" />
        <source>The penalty has another factor in the gradient than in your loss</source>
        <translation>惩罚项在梯度中的因子与损失中的不同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="93" />
        <source>2λW for a penalty λ/2 Σw², whose ½ cancels the 2.</source>
        <translation>正则化项是 λ/2 Σw²，其 ½ 与 2 抵消，却写成 2λW。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="94" />
        <source>It learns, as with twice the λ; the weights are smaller than they should be.</source>
        <translation>能学习，如同 λ 大了一倍；权重比应有的小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="103" />
        <source>biases penalised too</source>
        <translation>偏置也被正则化</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="104" />
        <source>The penalty acts on the biases too</source>
        <translation>惩罚项也作用于偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="106" />
        <source>λ is applied to every parameter alike; the cost penalises the weights only.</source>
        <translation>λ 用在了每个参数上；损失只对权重正则化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_penalties.py" line="107" />
        <source>Biases are pulled to 0; boundaries are drawn to the origin.</source>
        <translation>偏置被拉向 0；边界被拉向原点。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="99" />
        <source>errors carried back without the upper layer’s f′</source>
        <translation>误差往回传时缺少上一层的 f′</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="100" />
        <source>The errors are carried back without the slope of the layer above: δ is what goes through the weights</source>
        <translation>误差传回时没有乘上一层的斜率：通过权重的应是 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="105" />
        <source>Wᵀ is multiplied by the error of the layer above, not by its δ, which has the derivative in it.</source>
        <translation>Wᵀ 乘的是上一层的误差，而不是它的 δ，后者才含有导数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="108" />
        <source>It learns, often well; hidden gradients are several times too large.</source>
        <translation>能学习，往往还不错；隐藏层的梯度大了好几倍。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="109" />
        <source>a layer above a hidden one whose δ has its activation’s derivative in it</source>
        <translation>隐藏层之上有一层，其 δ 含有激活函数的导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="115" />
        <source>softmax’s derivative only on the diagonal</source>
        <translation>softmax 的导数只取对角线</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="116" />
        <source>Of softmax's Jacobian only the diagonal a·(1 − a) is used</source>
        <translation>softmax 的雅可比矩阵只用了对角线 a·(1 − a)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="118" />
        <source>a(1 − a) is used as for sigmoid; how an output depends on the other net inputs is left out.</source>
        <translation>像 sigmoid 那样用 a(1 − a)；漏掉了一个输出如何依赖其他净输入。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="121" />
        <source>It learns, slowly: the wrong classes are hardly pushed down.</source>
        <translation>能学习，但很慢：错误的类别几乎不被压低。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="122" />
        <source>a softmax output</source>
        <translation>softmax 输出</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="128" />
        <source>f′ of the error instead of Z</source>
        <translation>f′ 取自误差而不是 Z</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="129" />
        <source>The slope is taken of the error, not of the activation</source>
        <translation>斜率取自误差，而不是激活值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="131" />
        <source>error * derivative(error): the derivative is called with what it is multiplied by.</source>
        <translation>error * derivative(error)：求导函数的参数正是要与它相乘的误差。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="134" />
        <source>With sigmoid, δ is never negative: all outputs go down, whatever their targets are.</source>
        <translation>用 sigmoid 时 δ 从不为负：无论目标是什么，所有输出都下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="152" />
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="137" />
        <source>an output layer with an activation other than the identity and softmax</source>
        <translation>激活函数既不是恒等函数也不是 softmax 的输出层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="143" />
        <source>f′ of the error, which is not multiplied in</source>
        <translation>取误差的 f′，而不乘以误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="144" />
        <source>The slope is taken of the error, which is not multiplied in</source>
        <translation>斜率取自误差，而误差本身没有乘进去</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="146" />
        <source>δ = derivative(error): the error goes into the derivative, and is not a factor.</source>
        <translation>δ = derivative(error)：误差成了导数的参数，而不是因子。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="149" />
        <source>With sigmoid, outputs that are far too high hardly move; with tanh, right ones are moved away.</source>
        <translation>用 sigmoid 时，过高很多的输出几乎不动；用 tanh 时，正确的输出会被移开。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="158" />
        <source>f′ of what comes back instead of Z</source>
        <translation>f′ 取自传回来的值而不是 Z</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="159" />
        <source>The slope is taken of what came back through the weights, not of the activation</source>
        <translation>斜率取自通过权重传回的值，而不是激活值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="163" />
        <source>backward(gradient) of a layer’s object applies the derivative to the gradient; Z was not kept.</source>
        <translation>层对象的 backward(gradient) 把导数用在梯度上；Z 没有保存。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="166" />
        <source>With ReLU, units are switched by the sign of their gradient: half of them never learn.</source>
        <translation>用 ReLU 时，单元的开关取决于梯度的符号：一半单元从不学习。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_errors.py" line="169" />
        <source>a hidden layer with sigmoid, tanh, ReLU, leaky ReLU or softplus</source>
        <translation>使用 sigmoid、tanh、ReLU、Leaky ReLU 或 softplus 的隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="52" />
        <source>gradient added instead of subtracted</source>
        <translation>梯度被加上而不是减去</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="53" />
        <source>The gradient is added: the loss goes up</source>
        <translation>梯度被加上去了：损失会上升</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="55" />
        <source>W += η · ∂L/∂W belongs to δ = Y − A; here δ is A − Y.</source>
        <translation>W += η · ∂L/∂W 与 δ = Y − A 搭配；这里 δ 是 A − Y。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="61" />
        <source>gradients read after they were cleared</source>
        <translation>读取梯度时它已被清零</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="63" />
        <source>zero_grad() between backward() and step(), or new zero arrays before the update.</source>
        <translation>zero_grad() 在 backward() 与 step() 之间，或在更新之前新建了全零数组。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="66" />
        <source>Nothing is ever learned, though the gradients were right.</source>
        <translation>什么也学不到，尽管梯度是对的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="71" />
        <source>only the output layer updated</source>
        <translation>只更新输出层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="73" />
        <source>The loop over the layers ends too early, or the update of W¹ and b¹ was forgotten.</source>
        <translation>遍历各层的循环结束得太早，或忘了更新 W¹ 和 b¹。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="76" />
        <source>It learns what the random hidden units allow, and then stops.</source>
        <translation>学到随机的隐藏单元所允许的程度，然后停止。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="83" />
        <source>learning rate forgotten</source>
        <translation>忘了学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="85" />
        <source>W −= ∂L/∂W: η is a parameter of the function and is not used.</source>
        <translation>W −= ∂L/∂W：η 是函数的参数，却没有使用。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/mistakes/in_updates.py" line="86" />
        <source>Changing the learning rate changes nothing; the loss jumps or diverges.</source>
        <translation>改变学习率毫无作用；损失跳动或发散。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/file.py" line="67" />
        <source>at most {most} KB</source>
        <translation>最多 {most} KB</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/lesson.py" line="20" />
        <source>at most {most} steps: each is looked up when it is read</source>
        <translation>最多 {most} 步：读取时每一步都要查一遍</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/values.py" line="75" />
        <source>a value that no line has computed yet</source>
        <translation>还没有任何一行计算过的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/values.py" line="76" />
        <source>values of lines that have run</source>
        <translation>已经运行过的行的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/walk.py" line="90" />
        <source>that it never held in {most} updates</source>
        <translation>在 {most} 次更新中从未成立</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/walk.py" line="91" />
        <source>an expression that comes to hold</source>
        <translation>一个会成立的表达式</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/written_exports.py" line="130" />
        <location filename="../../nnviz/model/lesson/walk.py" line="117" />
        <source>a cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/walk.py" line="120" />
        <source>a symbol with row and column from 0, such as W1[0,1]</source>
        <translation>符号加上从 0 起的行号和列号，如 W1[0,1]</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="30" />
        <source>a sign</source>
        <translation>一个符号</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="30" />
        <source>+, 0 or −</source>
        <translation>+、0 或 −</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="44" />
        <source>rows and columns, such as 3, 4</source>
        <translation>行数和列数，如 3, 4</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="45" />
        <source>a shape</source>
        <translation>一个形状</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="73" />
        <source>a mistake</source>
        <translation>一个错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="97" />
        <source>{count} choices, none of them right</source>
        <translation>{count} 个选项，没有一个正确</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="98" />
        <source>choices with a right one among them</source>
        <translation>其中有一个正确的选项</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="100" />
        <source>choices only for a question of that kind</source>
        <translation>只有选择题才有选项</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="102" />
        <source>no answer: an open question has none</source>
        <translation>不要答案：开放式问题没有答案</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/answer_form.py" line="115" />
        <source>an expression</source>
        <translation>一个表达式</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/validation.py" line="47" />
        <source>at least one step</source>
        <translation>至少一步</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/validation.py" line="64" />
        <source>small letters, digits and hyphens, and no name twice</source>
        <translation>小写字母、数字和连字符，且名称不重复</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/validation.py" line="87" />
        <source>an update with or without a line, or until</source>
        <translation>一次更新（可带行号），或 until</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/validation.py" line="104" />
        <source>a symbol, a cell such as W1[0,1], line:N with a line's number, or check</source>
        <translation>一个符号、一个单元格（如 W1[0,1]）、line:N（N 为行号）或 check</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/lesson/validation.py" line="128" />
        <source>a text in English (en) among them</source>
        <translation>其中要有英文 (en) 文本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="54" />
        <source>samples of your own</source>
        <translation>自己的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="55" />
        <source>one of the data sets that Playground has</source>
        <translation>Playground 有的数据集之一</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="85" />
        <source>Playground draws samples of its own, which only look alike.</source>
        <translation>Playground 自己生成样本，只是看上去相似。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="87" />
        <source>Playground has its own number of samples.</source>
        <translation>Playground 的样本数是固定的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="91" />
        <source>Playground has one activation for all hidden layers: tanh, ReLU, sigmoid or none.</source>
        <translation>Playground 的所有隐藏层共用一个激活函数：tanh、ReLU、sigmoid 或无。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="95" />
        <source>Playground has half the squared error for its loss, and tanh before it for classes.</source>
        <translation>Playground 的损失是平方误差的一半，分类时之前是 tanh。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="99" />
        <source>Playground has gradient descent only.</source>
        <translation>Playground 只有梯度下降。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="101" />
        <source>Playground has batches of 1 to 30 samples.</source>
        <translation>Playground 的批量为 1 到 30 个样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="103" />
        <source>Playground has no such penalty.</source>
        <translation>Playground 没有这种正则化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="105" />
        <source>Playground's buttons have {layers} hidden layers of {units} units at most.</source>
        <translation>Playground 的按钮至多支持 {layers} 个隐藏层，每层 {units} 个单元。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/writing.py" line="108" />
        <source>Playground draws its own initial weights.</source>
        <translation>Playground 自己生成初始权重。</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/samples.py" line="124" />
        <source>a percentage that leaves a sample for training</source>
        <translation>能留下训练样本的百分比</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/samples.py" line="128" />
        <source>no inputs at all</source>
        <translation>没有任何输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/link.py" line="106" />
        <source>{count} hidden layers</source>
        <translation>{count} 个隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/link.py" line="110" />
        <source>whole numbers, 1 to {most}</source>
        <translation>1 到 {most} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/link.py" line="122" />
        <source>{count} weights</source>
        <translation>{count} 个权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/link.py" line="123" />
        <source>at most {most} weights, or no seed: with one, they are drawn one by one as Playground does</source>
        <translation>至多 {most} 个权重，或不带种子：带种子时它们要像 Playground 那样逐个抽取</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/link.py" line="134" />
        <source>a whole number, 1 or more</source>
        <translation>不小于 1 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/link.py" line="141" />
        <source>a number, 0 or more</source>
        <translation>不小于 0 的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/fields.py" line="20" />
        <source>the Playground link</source>
        <translation>Playground 链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="43" />
        <source>the link</source>
        <translation>链接</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="56" />
        <source>Playground uses {taken} % instead of {asked} %, and so does nnviz</source>
        <translation>Playground 把 {asked} % 当作 {taken} %，nnviz 也一样</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="59" />
        <source>the same samples, listed one by one</source>
        <translation>完全相同的样本，逐个写出</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="61" />
        <source>the same samples</source>
        <translation>完全相同的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="65" />
        <source>no seed: Playground draws other samples each time, nnviz always these</source>
        <translation>没有种子：Playground 每次抽取不同的样本，nnviz 总用这些</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="67" />
        <source>{train} samples for training, {test} for testing</source>
        <translation>{train} 个样本用于训练，{test} 个用于测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="71" />
        <source>{count} of the seven features</source>
        <translation>七个特征中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="78" />
        <source>hidden layers, activations, output and loss</source>
        <translation>隐藏层、激活函数、输出和损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="81" />
        <source>all weights and biases start at zero</source>
        <translation>所有权重和偏置都从零开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="83" />
        <source>the initial weights of a page just loaded; its Reset button would draw others</source>
        <translation>页面刚载入时的初始权重；那里的重置按钮会另行抽取</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="88" />
        <source>weights between −0.5 and 0.5 as in Playground, drawn by nnviz; biases 0.1</source>
        <translation>权重与 Playground 一样在 −0.5 与 0.5 之间，由 nnviz 抽取；偏置为 0.1</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="93" />
        <source>learning rate, with means over the batch</source>
        <translation>学习率，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="95" />
        <source>batch size, and samples in a fixed order</source>
        <translation>批大小，以及样本的固定次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="97" />
        <source>batches of {size} leave {rest} samples over, which Playground adds to the next epoch’s first update; carried over as a known mistake, which can be switched off</source>
        <translation>每批 {size} 个会剩下 {rest} 个样本，Playground 把它们并入下一轮的第一次更新；作为已知的错误沿用，可以关闭</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="106" />
        <source>batches of more samples than there are: Playground never learns then; carried over as a known mistake, which can be switched off</source>
        <translation>批的样本数多于现有的样本：这时 Playground 永远学不到东西；作为已知的错误沿用，可以关闭</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="114" />
        <source>in Playground, a weight that L1 moves across 0 stays at 0 for good; here it can move again</source>
        <translation>在 Playground 中，被 L1 推过 0 的权重永远停在 0；在这里它还能离开</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="119" />
        <source>the penalty; nnviz shows the loss with it, Playground without</source>
        <translation>惩罚；nnviz 显示的损失含惩罚，Playground 的不含</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="126" />
        <source>how the plane is drawn</source>
        <translation>平面的画法</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="132" />
        <source>has no effect in Playground either</source>
        <translation>在 Playground 中也不起作用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="135" />
        <source>an option that Playground does not know; its default is used</source>
        <translation>Playground 不认识的选项；用它的默认值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="139" />
        <source>hidden by the link; nnviz shows every control</source>
        <translation>被链接在那里隐藏；nnviz 显示所有控件</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="144" />
        <source>about the web page, not about learning</source>
        <translation>只关系到网页，与学习无关</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/notes.py" line="147" />
        <source>unknown to Playground</source>
        <translation>Playground 不认识</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/playground/address.py" line="39" />
        <source>repaired: {damaged} is read as {right}</source>
        <translation>已修复：{damaged} 读作 {right}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/edits.py" line="57" />
        <source>one of the classes {names}</source>
        <translation>类别 {names} 之一</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/samples/edits.py" line="58" />
        <source>a class</source>
        <translation>一个类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/scripting/debug.py" line="63" />
        <source>a block that is not over</source>
        <translation>一个还没有结束的代码块</translation>
    </message>
    <message>
        <location filename="../../nnviz/scripting/debug.py" line="64" />
        <source>the verdict on a block</source>
        <translation>对代码块的判断</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/compared_sessions.py" line="48" />
        <source>to compare another session</source>
        <translation>对比另一个会话</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/compared_sessions.py" line="50" />
        <source>{count} of them already</source>
        <translation>已有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/compared_sessions.py" line="51" />
        <source>{count} at most; remove one first</source>
        <translation>至多 {count} 个；请先移除一个</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/compared_sessions.py" line="91" />
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/map_training.py" line="77" />
        <source>to save the map</source>
        <translation>保存扫描图</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/own_code.py" line="178" />
        <source>to save your code</source>
        <translation>保存你的代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/comparison.py" line="115" />
        <source>copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="183" />
        <source>{fields}: {text}</source>
        <translation>{fields}：{text}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="199" />
        <source>to choose how samples are used</source>
        <translation>选择样本的使用方式</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="201" />
        <source>--target, --inputs, --drop-missing and --fill for a file of samples</source>
        <translation>--target、--inputs、--drop-missing 和 --fill 只用于样本文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="202" />
        <source>a scenario, which says that itself</source>
        <translation>场景，其中已经写明</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="204" />
        <source>a scenario, or a file of samples</source>
        <translation>场景或样本文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="205" />
        <source>a session, which has begun already</source>
        <translation>会话，已经开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="227" />
        <source>{name}: {samples} samples, {inputs} inputs, answer: {answers}, scaling: {scaling}</source>
        <translation>{name}：{samples} 个样本，{inputs} 个输入，答案：{answers}，缩放：{scaling}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="245" />
        <source>Rows with a missing value that are left out: {count}.</source>
        <translation>因有缺失值而去掉的行：{count}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="248" />
        <source>Missing inputs are filled with this value of their column: {fill}.</source>
        <translation>缺失的输入用其所在列的这个值填充：{fill}。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="251" />
        <source>{test} of the {all} samples are set aside for testing.</source>
        <translation>{all} 个样本中有 {test} 个留作测试。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/open_any.py" line="254" />
        <source>All {all} samples are used for training; none is set aside for testing.</source>
        <translation>全部 {all} 个样本用于训练，没有留作测试的。</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="23" />
        <source>to write the film</source>
        <translation>写入动画文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="44" />
        <source>the ending {ending}</source>
        <translation>扩展名 {ending}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="45" />
        <source>one of the endings .gif, .webp, .mp4</source>
        <translation>扩展名 .gif、.webp、.mp4 之一</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="49" />
        <source>no encoder for .mp4</source>
        <translation>没有 .mp4 的编码器</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="50" />
        <source>ffmpeg installed; or .gif, .webp</source>
        <translation>已安装 ffmpeg；或 .gif、.webp</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="56" />
        <source>no Pillow, which writes films</source>
        <translation>没有用来写入动画的 Pillow</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="57" />
        <source>nnviz installed with its extra “film”</source>
        <translation>安装时带附加项“film”的 nnviz</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/films.py" line="164" />
        <source>one of the endings .gif, .webp</source>
        <translation>扩展名 .gif、.webp 之一</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/written_exports.py" line="20" />
        <source>to export {name}</source>
        <translation>导出 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/written_exports.py" line="21" />
        <source>to save the export</source>
        <translation>保存导出文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/written_exports.py" line="131" />
        <source>a symbol, row and column from 1: dW1[2,1]</source>
        <translation>符号以及从 1 开始的行和列：dW1[2,1]</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/pictures.py" line="14" />
        <source>to save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/pictures.py" line="28" />
        <source>the ending .{ending}</source>
        <translation>扩展名 .{ending}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/pictures.py" line="30" />
        <source>one of the endings {endings}</source>
        <translation>以下扩展名之一：{endings}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/pictures.py" line="37" />
        <source>a picture that cannot be written as .{ending}</source>
        <translation>无法写成 .{ending} 的图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/pictures.py" line="38" />
        <source>the ending .png</source>
        <translation>扩展名 .png</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/model_documents.py" line="44" />
        <source>to open the model {name}</source>
        <translation>打开模型 {name}</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/model_documents.py" line="68" />
        <source>a network without samples</source>
        <translation>没有样本的网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/model_documents.py" line="69" />
        <source>--samples with a file of samples, or a scenario whose samples are taken</source>
        <translation>--samples 加样本文件，或取用其样本的场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents/model_documents.py" line="90" />
        <source>{name}: a network {sizes}, {activations}, loss {loss}</source>
        <translation>{name}：网络 {sizes}，{activations}，损失 {loss}</translation>
    </message>
</context></TS>
