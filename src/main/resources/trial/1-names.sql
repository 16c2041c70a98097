-- A load that was cut off left its ids used up; below, people, categories, courses and products are told by number.
ALTER TABLE person ALTER id RESTART;
ALTER TABLE category ALTER id RESTART;
ALTER TABLE course ALTER id RESTART;
ALTER TABLE product ALTER id RESTART;
ALTER TABLE enrolment ALTER id RESTART;
ALTER TABLE invitation ALTER id RESTART;

-- Everything here follows from a person's number, so that two trials are alike to the letter; nothing is drawn by chance.
CREATE FUNCTION pg_temp.pick(number integer, salt bigint, choices integer) RETURNS integer
  LANGUAGE sql IMMUTABLE RETURN ((hashint4extended(number, salt) & 9223372036854775807) % choices)::integer;

-- Names as written, with a form in plain letters for the address. They start with G and what follows, so that the
-- people who are told about by name come first in the directory.
CREATE TEMP TABLE trial_name (kind text, script integer, place integer, name text, plain text, PRIMARY KEY (kind, script, place))
  ON COMMIT DROP;

INSERT INTO trial_name
SELECT kind, script, (row_number() OVER (PARTITION BY kind, script ORDER BY place) - 1)::integer,
       split_part(word, '=', 1),
       regexp_replace(plain_text(CASE WHEN word LIKE '%=%' THEN split_part(word, '=', 2) ELSE word END), '[^a-z-]', '', 'g')
FROM (VALUES
  ('first', 0, 'Gabriel, Gabriela, Gaëlle, Gareth, Gautam, Genevieve, George, Gerda, Gheorghe, Gianluca, Gift, Gita, Gökçe, Gonçalo, Grace, Greta, Guadalupe, Guillermo, Gunnar, Gwen,
    Hadiza, Håkon, Hamza, Hannah, Harriet, Hassan, Heba, Hedvig, Heike, Helena, Henrique, Hiroshi, Hoa, Hugo, Hye-jin, Ian, Idris, Ifeoma, Ignacio, Ilse, Imani, Imre, Indira, Ingrid, Ioana, Irena,
    Isabella, Ismail, Ivo, Jacqueline, Jamal, Jan, Jasmine, Javier, Jean-Baptiste, Jelena, Jerzy, Jesús, Jin, João, Johanna, Jón, Jorge, José María, Judit, Jürgen, Kaito, Kamila, Karim, Katarzyna, Kateřina, Kavita,
    Kenji, Khadija, Kjetil, Klára, Kofi, Krisztina, Kwame, Lars, Latisha, Laura, Léa, Leila, Lerato, Liam, Lina, Linh, Lorenzo, Lotte, Luca, Łukasz, Luz, Magnus, Mahmoud, Maja, Malik, Manon, Marek,
    María José, Maria-Magdalena-Theresia, Marisol, Mateusz, Matthias, Mehmet, Mei, Mélanie, Miguel, Milica, Minh, Mohammed, Moana, Naledi, Natália, Ngozi, Niamh, Nicolás, Nikhil, Nils, Noémie, Nokuthula, Noor, Núria,
    Oisín, Olga, Olumide, Omar, Óscar, Øystein, Pablo, Paweł, Pedro, Petra, Philippe, Pía, Quentin, Rachel, Radka, Rafael, Rajesh, Rania, Renée, Ricardo, Roisin, Rosa, Ruth, Ryszard, Saanvi, Salma, Samir,
    Sanne, Saoirse, Şebnem, Selin, Siddharth, Sigrún, Sinéad, Siobhán, Sofía, Søren, Stanisław, Sunil, Tadeo, Tamar, Tendai, Thabo, Thúy, Tiago, Tove, Uchenna, Ulrike, Uma, Valentina, Vasco, Vera, Vikram, Vojtěch,
    Wanjiru, Wei, Wilhelmina, Xavier, Ximena, Yael, Yasmin, Yusuf, Zainab, Zeynep, Zoë, Zsófia'),
  ('last', 0, 'Abara, Abdullah, Achterberg, Adeyemi, Aguilar, Ahmed, Åkesson, al-Fulan, al-Masri, Alvarez, Andersson, Andrade, Anquetil, Antonelli, Aquino, Árnadóttir, Asante, Aydın, Bakker, Balogun, Baranowski, Barros, Başaran, Bauer, Becker,
    Ben Youssef, Benítez, Berg, Bertrand, Bianchi, Björnsson, Blanc, Boateng, Bogdanović, Bondevik, Braun, Brzęczyszczykiewicz, Byrne, Calderón, Cardoso, Castellanos, Çelik, Černý, Chanda, Chaudhary, Chen, Cissé, Conti, Cruz, Czarnecki, D''Angelo,
    da Silva, Dahl, de Groot, de la Cruz, Delacroix, Demir, Desai, Diaz, Dlamini, Dubois, Dufresne, Đorđević, Echeverría, Eide, El Amrani, Engström, Erdoğan, Eriksen, Esposito, Eze, Farkas, Fernández, Ferreira, Fischer, FitzGerald, Fofana, Forsberg,
    Gagnon, Gallagher, García, Gauthier, Georgiou, Giordano, Gómez, Górski, Goswami, Gruber, Guðmundsson, Gupta, Haile, Halvorsen, Hansen, Haugland, Hernández, Herrera, Hoàng, Hoffmann, Horváth, Hussein, Ibáñez, Ibrahimović, Idowu, Iglesias, Ilić,
    Iyer, Jaramillo, Jensen, Jiménez, Johansson, Jovanović, Juárez, Kabore, Kaya, Keita, Kelly, Khalil, Khan, Khumalo, Kim, Kipchoge, Klein, Köhler, Kolář, Kovács, Kowalski, Krüger, Kumar, Lacroix, Larsen, Leclerc, Lefèvre, Leroy, Lewandowski, Li,
    Lima, Lindholm, Lombardi, López, Lund, Łoziński, Mac Giolla, Machado, Mahlangu, Maïga, Mancini, Martínez, Mbeki, McCarthy, Mehta, Méndez, Mensah, Meyer, Mitchell, Molina, Moreau, Moreno, Mukherjee, Müller, Muñoz, Murphy, Mwangi, Nagy, Navarro,
    Ndiaye, Németh, Nguyễn, Nieminen, Nkosi, Novák, Núñez, O''Brien, O''Connor, O''Sullivan, Oduya, Ogunleye, Oliveira, Olsen, Ortega, Osei, Østergaard, Öztürk, Papadopoulos, Paşa, Patel, Pavlović, Pereira, Petersen, Petrov, Pham, Pinto, Popescu, Prasad,
    Quesada, Quispe, Rahman, Ramírez, Rao, Rasmussen, Ribeiro, Ricci, Rinaldi, Robert, Rodríguez, Rosenqvist, Rossi, Roux, Ruiz-Castellano, Sánchez, Santos, Schäfer, Schmidt, Schröder, Schwarzenbacher, Sharma, Sithole, Smith, Sørensen, Šimić, Souza, Szabó,
    Tanaka, Thorvaldsen, Torres, Traoré, Umarov, van den Heuvel, Vargas, Venkatanarasimharajuvaripeta, Virtanen, von Wittgenstein-Sayn, Vuković, Wagner, Walsh, Wang, Weber, Wierzbicki, Williams, Wolfeschlegelsteinhausenbergerdorff, Wójcik, Yamamoto, Yılmaz, Young,
    Zając, Zapata, Zhang, Ziegler, Živković, Zulu'),
  ('first', 1, '陽翔=Haruto, 陽菜=Hina, 結衣=Yui, 蓮=Ren, さくら=Sakura, 拓海=Takumi, 雪=Yuki, 健二=Kenji, 直子=Naoko, 聡=Satoshi'),
  ('last', 1, '山田=Yamada, 佐藤=Sato, 鈴木=Suzuki, 高橋=Takahashi, 伊藤=Ito, 渡辺=Watanabe, 中村=Nakamura, 小林=Kobayashi, 加藤=Kato, 吉田=Yoshida'),
  ('first', 2, 'Олена=Olena, Ганна=Hanna, Іван=Ivan, Микола=Mykola, Оксана=Oksana, Петро=Petro, Роман=Roman, Софія=Sofiia, Тарас=Taras, Юлія=Yuliia'),
  ('last', 2, 'Шевченко=Shevchenko, Коваленко=Kovalenko, Бондаренко=Bondarenko, Ткаченко=Tkachenko, Кравчук=Kravchuk, Мельник=Melnyk, Олійник=Oliinyk, Поліщук=Polishchuk, Савчук=Savchuk, Лисенко=Lysenko'),
  ('first', 3, 'Γιώργος=Giorgos, Ηρώ=Iro, Ιωάννα=Ioanna, Κώστας=Kostas, Μαρία=Maria, Νίκος=Nikos, Παναγιώτης=Panagiotis, Σοφία=Sofia, Θάνος=Thanos, Ζωή=Zoi'),
  ('last', 3, 'Παπαδόπουλος=Papadopoulos, Οικονόμου=Oikonomou, Γεωργίου=Georgiou, Νικολάου=Nikolaou, Δημητρίου=Dimitriou, Αθανασίου=Athanasiou, Βλάχος=Vlachos, Κωνσταντίνου=Konstantinou, Μακρής=Makris, Αλεξίου=Alexiou'),
  ('first', 4, 'ليلى=Layla, محمد=Mohamad, نور=Nour, عمر=Omar, رانيا=Rania, سلمى=Salma, طارق=Tariq, يوسف=Youssef, زينب=Zaynab, حسن=Hasan'),
  ('last', 4, 'الفلاني=al-Fulani, حداد=Haddad, خوري=Khoury, منصور=Mansour, ناصر=Nasser, صالح=Saleh, شامي=Shami, عثمان=Othman, يعقوب=Yaqoub, زيدان=Zidane'),
  ('first', 5, '伟=Wei, 慧芳=Huifang, 静=Jing, 磊=Lei, 敏=Min, 强=Qiang, 婷=Ting, 秀英=Xiuying, 洋=Yang, 志明=Zhiming'),
  ('last', 5, '王=Wang, 李=Li, 张=Zhang, 刘=Liu, 陈=Chen, 杨=Yang, 赵=Zhao, 黄=Huang, 周=Zhou, 吴=Wu')
) AS list (kind, script, words),
regexp_split_to_table(words, '\s*,\s*') WITH ORDINALITY AS part (word, place);
ANALYZE trial_name;

-- The people told about by name, as the first page of the directory shows them. Numbers 1 to 19.
CREATE TEMP TABLE trial_named (
  number integer PRIMARY KEY, email text, first_name text, last_name text, status text, categories text[],
  courses integer, products integer, seen interval, invited_by text, invited interval, invitation text) ON COMMIT DROP;
INSERT INTO trial_named VALUES
  (1, 'amara.okafor@example.org', 'Amara', 'Okafor', 'active', '{Operations,Leads}', 12, 3, '4 minutes', NULL, NULL, NULL),
  (2, 'anais.fontaine@example.org', 'Anaïs', 'Fontaine', 'active', '{Support,Lyon}', 7, 2, '3 hours', NULL, NULL, NULL),
  (3, 'anders.lindqvist@example.org', 'Anders', 'Lindqvist', 'active', '{Field crew}', 9, 1, '1 day', NULL, NULL, NULL),
  (4, 'benedikt.haas@example.org', '', '', 'pending', '{Apprentices}', 0, 0, NULL, 'ana.ruiz@example.org', '2 days', 'opened'),
  (5, 'beatriz.carvalho@example.org', 'Beatriz', 'Carvalho', 'paused', '{Warehouse,Safety}', 6, 1, '9 days', NULL, NULL, NULL),
  (6, 'chidi.nwosu@example.org', 'Chidi', 'Nwosu', 'active', '{Operations,Safety,Leads,Night shift}', 15, 4, '5 hours', NULL, NULL, NULL),
  (7, 'daria.kowalczyk@example.org', 'Daria', 'Kowalczyk', 'paused', '{Sales}', 4, 0, '49 days', NULL, NULL, NULL),
  (8, 'd.volkov@partners.example.org', 'Dmitri', 'Volkov', 'active', '{Partners}', 3, 2, '3 days', NULL, NULL, NULL),
  (9, 'e.moreau@example.org', '', '', 'pending', '{Sales}', 0, 0, NULL, 'tomas.keller@example.org', '5 days', 'bounced'),
  (10, 'elif.yildiz@example.org', 'Elif', 'Yıldız', 'active', '{Onboarding,Support}', 5, 1, '11 minutes', NULL, NULL, NULL),
  (11, 'farah.haddad@example.org', 'Farah', 'Haddad', 'active', '{Night shift}', 8, 2, '10 hours', NULL, NULL, NULL),
  (12, 'giulia.ferri@example.org', 'Giulia', 'Ferri', 'active', '{Operations}', 11, 3, '1 day', NULL, NULL, NULL),
  (13, 'hana.suzuki@example.org', 'Hana', 'Suzuki', 'active', '{Onboarding}', 2, 0, NULL, NULL, NULL, NULL),
  (14, 'ibrahim.diallo@example.org', 'Ibrahim', 'Diallo', 'paused', '{Field crew,Safety}', 6, 1, '53 days', NULL, NULL, NULL),
  (15, 'ines.marques@example.org', 'Inês', 'Marques', 'active', '{Leads}', 14, 5, '2 hours', NULL, NULL, NULL),
  (16, 'jun.park@example.org', '', '', 'pending', '{Onboarding}', 0, 0, NULL, 'mira.solberg@example.org', '1 minute', 'sent'),
  (17, 'jakob.sorensen@example.org', 'Jakob', 'Sørensen', 'active', '{Warehouse}', 5, 1, '4 days', NULL, NULL, NULL),
  (18, 'maximiliane.hohenberg-sternfeld@example.org', 'Maximiliane', 'von Hohenberg-Sternfeld', 'active', '{Leads,Lyon}', 10, 2, '1 day 4 hours', NULL, NULL, NULL),
  (19, 'nia.tshabalala@example.org', 'Nia', 'Tshabalala', 'active', '{Support}', 7, 1, '2 days', NULL, NULL, NULL);
